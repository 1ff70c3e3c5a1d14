package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.requestOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What makes two requests one, and what names their effects at Stripe. */
class IdentityTest {
  private final IdempotencyKeys keys = IdempotencyKeys.of(request().id());

  @Test
  void theFingerprintIsOfWhatIsCharged() {
    Fingerprint one = Fingerprint.of(request());

    assertThat(Fingerprint.of(requestOf(1200, "jpy"))).isEqualTo(one);
    assertThat(Fingerprint.of(requestOf(1201, "jpy"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(requestOf(1200, "usd"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(requestNaming("pm_1"))).isNotEqualTo(one);
  }

  @Test
  void keysAreTheSameInEveryProcess() {
    assertThat(keys.create(1)).isEqualTo(IdempotencyKeys.of(request().id()).create(1));
    assertThat(keys.create(2)).isNotEqualTo(keys.create(1));
    assertThat(keys.confirm(2)).isNotEqualTo(keys.confirm(1));
  }

  @Test
  void anAttemptIsReadBackFromItsOwnKeyOnly() {
    assertThat(keys.attemptOf(keys.confirm(3))).hasValue(3);
    assertThat(keys.attemptOf(keys.create(1))).isEmpty();
    assertThat(keys.attemptOf(new IdempotencyKey("stripe-js-random"))).isEmpty();
    assertThat(keys.attemptOf(IdempotencyKeys.of(new ChargeRequestId("other")).confirm(3)))
        .isEmpty();
  }
}
