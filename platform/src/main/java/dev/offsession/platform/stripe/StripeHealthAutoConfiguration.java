package dev.offsession.platform.stripe;

import com.stripe.StripeClient;
import dev.offsession.platform.health.PartWatch;
import dev.offsession.platform.health.PartWatches;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Health {@code stripe}. */
@AutoConfiguration(after = StripeAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, StripeClient.class})
@ConditionalOnBean(StripeReach.class)
@ConditionalOnEnabledHealthIndicator("stripe")
class StripeHealthAutoConfiguration {

  @Bean
  PartWatch stripeHealthIndicator(PartWatches watches, StripeReach reach, StripeSettings settings) {
    return watches.of("Stripe", new StripeProbe(reach, settings));
  }
}
