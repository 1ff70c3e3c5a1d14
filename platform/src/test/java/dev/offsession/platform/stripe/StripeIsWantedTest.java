package dev.offsession.platform.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StripeIsWantedTest {

  private static final String OPTIONAL = "offsession.stripe.optional=true";

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(StripeAutoConfiguration.class));

  @Test
  void aServiceThatNeedsStripeDoesNotStartWithoutAKey() {
    service.run(context -> assertThat(context).hasFailed());
  }

  @Test
  void aServiceThatCanDoWithoutHasNoClientWithoutAKey() {
    service
        .withPropertyValues(OPTIONAL)
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StripeClient.class));
  }

  @Test
  void withAKeyItHasAClientAndTheRulesForKeysHold() {
    service
        .withPropertyValues(OPTIONAL, "offsession.stripe.secret-key=sk_test_x")
        .run(context -> assertThat(context).hasSingleBean(StripeClient.class));
    service
        .withPropertyValues(OPTIONAL, "offsession.stripe.secret-key=sk_live_x")
        .run(context -> assertThat(context).hasFailed());
  }
}
