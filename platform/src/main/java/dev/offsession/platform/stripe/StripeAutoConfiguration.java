package dev.offsession.platform.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import java.util.Set;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;

/**
 * The one Stripe client of a service. It retries nothing: a retry is the service's decision. A key
 * that does not fit the profile stops the start before anything else is built or reached. A service
 * that can do without Stripe says so with {@code offsession.stripe.optional}: without a key it then
 * has no client.
 */
@AutoConfiguration
@ConditionalOnClass(StripeClient.class)
@Conditional(StripeIsWanted.class)
@EnableConfigurationProperties(StripeSettings.class)
public class StripeAutoConfiguration {

  @Bean
  static BeanFactoryPostProcessor stripeKeys(Environment environment) {
    return _ -> {
      var settings =
          Binder.get(environment).bindOrCreate(StripeSettings.PREFIX, StripeSettings.class);
      new KeyRules(settings, Set.of(environment.getActiveProfiles())).check();
    };
  }

  @Bean
  StripeReach stripeReach() {
    return new StripeReach(System::nanoTime);
  }

  @Bean
  @ConditionalOnMissingBean
  StripeClient stripeClient(StripeSettings settings, StripeReach reach) {
    Stripe.enableTelemetry = false; // It would write a file, and send timings of other calls.
    return StripeClient.builder()
        .setApiKey(settings.secretKey())
        .setApiBase(settings.apiBase())
        .setMaxNetworkRetries(0)
        .setHttpClient(
            new PooledHttpClient(settings.connectTimeout(), settings.readTimeout(), reach))
        .build();
  }
}
