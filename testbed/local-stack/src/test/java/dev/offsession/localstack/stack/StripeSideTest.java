package dev.offsession.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StripeSideTest {
  private static final String SECRET = "STRIPE_SECRET_KEY";
  private static final String PUBLISHABLE = "STRIPE_PUBLISHABLE_KEY";
  private static final String WEBHOOK = "STRIPE_WEBHOOK_SECRET";

  @Test
  void aTestAccountTakesItsKeysFromTheEnvironment() {
    StripeSide account =
        StripeSide.TestAccount.from(
            Map.of(SECRET, "rk_test_1", PUBLISHABLE, "pk_test_1", WEBHOOK, "whsec_1"));

    assertThat(account.secretKey()).isEqualTo("rk_test_1");
    assertThat(account).hasToString("TestAccount");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StripeSide.TestAccount.from(Map.of(SECRET, "sk_test_1")))
        .withMessageContaining(PUBLISHABLE);
  }

  @Test
  void aLiveKeyIsRefusedAndNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StripeSide.TestAccount.from(Map.of(SECRET, "sk_live_1")))
        .withMessageContaining(SECRET)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("sk_live_1"));
  }

  @Test
  void theSimulatorHasANewWebhookSecretEachTime() {
    assertThat(StripeSide.Simulated.fresh()).isNotEqualTo(StripeSide.Simulated.fresh());
  }
}
