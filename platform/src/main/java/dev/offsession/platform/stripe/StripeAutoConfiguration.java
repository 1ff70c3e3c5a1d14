package dev.offsession.platform.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The one Stripe client of a service. It retries nothing: a retry is the service's decision. */
@AutoConfiguration
@ConditionalOnClass(StripeClient.class)
@EnableConfigurationProperties(StripeSettings.class)
class StripeAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  StripeClient stripeClient(StripeSettings settings, Environment environment) {
    new KeyRules(settings, Set.of(environment.getActiveProfiles())).check();
    Stripe.enableTelemetry = false; // It would write a file, and send timings of other calls.
    return StripeClient.builder()
        .setApiKey(settings.secretKey())
        .setApiBase(settings.apiBase())
        .setMaxNetworkRetries(0)
        .setHttpClient(new PooledHttpClient(settings.connectTimeout(), settings.readTimeout()))
        .build();
  }
}
