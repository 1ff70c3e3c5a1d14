package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.request;
import static dev.offsession.charging.domain.Examples.requestNaming;
import static dev.offsession.charging.domain.Examples.requestOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes two requests one, and what names their effects at Stripe. */
class IdentityTest {
  private static final Optional<String> TEA = Optional.of("Tea");

  private final IdempotencyKeys keys = IdempotencyKeys.of(request().id());

  @Test
  void theFingerprintIsOfWhatIsCharged() {
    Fingerprint one = Fingerprint.of(request());

    assertThat(Fingerprint.of(requestOf(1200, "jpy"))).isEqualTo(one);
    assertThat(Fingerprint.of(requestOf(1201, "jpy"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(requestOf(1200, "usd"))).isNotEqualTo(one);
    assertThat(Fingerprint.of(requestNaming("pm_1"))).isNotEqualTo(one);
  }

  static Stream<ChargeRequest> others() {
    return Stream.of(
        with(Optional.of("Coffee"), Optional.empty(), Optional.empty(), Map.of("order", "1"), NOON),
        with(Optional.empty(), Optional.empty(), Optional.empty(), Map.of("order", "1"), NOON),
        with(TEA, Optional.of("SHOP"), Optional.empty(), Map.of("order", "1"), NOON),
        with(TEA, Optional.empty(), Optional.of(NOON), Map.of("order", "1"), NOON),
        with(TEA, Optional.empty(), Optional.empty(), Map.of("order", "2"), NOON),
        with(TEA, Optional.empty(), Optional.empty(), Map.of("orde", "r1"), NOON),
        with(TEA, Optional.empty(), Optional.empty(), Map.of(), NOON));
  }

  @ParameterizedTest
  @MethodSource("others")
  void everyFieldThatDecidesIsInTheFingerprint(ChargeRequest other) {
    assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(request()));
  }

  @Test
  void theTimeOfAskingIsNot() {
    assertThat(
            Fingerprint.of(
                with(
                    TEA,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("order", "1"),
                    NOON.plusSeconds(9))))
        .isEqualTo(Fingerprint.of(request()));
  }

  @Test
  void idsReadAsTheyAre() {
    assertThat(
            List.of(
                new ChargeRequestId("a").toString(),
                new PaymentIntentId("b").toString(),
                new PaymentMethodId("c").toString(),
                new StripeCustomerId("d").toString(),
                new StripeChargeId("e").toString(),
                new IdempotencyKey("f").toString(),
                new CustomerReference("g").toString()))
        .containsExactly("a", "b", "c", "d", "e", "f", "g");
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

  private static ChargeRequest with(
      Optional<String> description,
      Optional<String> suffix,
      Optional<Instant> expiresAt,
      Map<String, String> metadata,
      Instant requestedAt) {
    ChargeRequest r = request();
    return new ChargeRequest(
        r.id(),
        r.customer(),
        r.amountMinor(),
        r.currency(),
        r.paymentMethodId(),
        description,
        suffix,
        new TreeMap<>(metadata),
        expiresAt,
        requestedAt);
  }
}
