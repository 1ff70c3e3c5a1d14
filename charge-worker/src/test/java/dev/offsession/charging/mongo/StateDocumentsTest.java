package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Asked;
import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.Intent;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.Rejection;
import dev.offsession.charging.domain.RejectionReason;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.domain.Trouble;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateDocumentsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final StripeCustomerId CUS = new StripeCustomerId("cus_1");
  private static final Intent PI = new Intent(new PaymentIntentId("pi_1"), CUS);
  private static final Card CARD =
      new Card(new PaymentMethodId("pm_1"), Optional.of("visa"), Optional.of("4242"));
  private static final Asked ASKED = new Asked(NOON, 2, Optional.of(Trouble.NO_ANSWER));
  private static final Decline DECLINE =
      new Decline(
          "do_not_honor",
          Optional.of("try_again_later"),
          Optional.of("05"),
          Optional.of("02"),
          Optional.of(new StripeChargeId("ch_1")),
          true);

  static List<ChargeState> everyState() {
    return List.of(
        new ChargeState.Received(),
        new ChargeState.Creating(CUS, CARD, 2, ASKED),
        new ChargeState.Created(PI, CARD),
        new ChargeState.Confirming(PI, CARD, Optional.of(DECLINE), true, ASKED),
        new ChargeState.Confirming(PI, CARD, Optional.empty(), false, ASKED),
        new ChargeState.Processing(PI, 3),
        new ChargeState.AuthenticationRequired(PI, DECLINE, Optional.of(CARD)),
        new ChargeState.PaymentMethodRequired(
            Optional.of(PI), DECLINE, Optional.empty(), Optional.of(NOON)),
        new ChargeState.PaymentMethodRequired(
            Optional.empty(), Decline.NO_METHOD, Optional.empty(), Optional.empty()),
        new ChargeState.RetryScheduled(PI, DECLINE, NOON, Optional.of(CARD), true),
        new ChargeState.RetryScheduled(PI, DECLINE, NOON, Optional.empty(), false),
        new ChargeState.Succeeded(PI, Optional.of(new StripeChargeId("ch_2")), 1200),
        new ChargeState.Failed(Optional.of(PI), DECLINE),
        new ChargeState.Canceled(Optional.empty(), "why"),
        new ChargeState.Expired(Optional.of(PI)),
        new ChargeState.Rejected(new Rejection(RejectionReason.AMOUNT_TOO_SMALL, "Too small.")));
  }

  @ParameterizedTest
  @MethodSource("everyState")
  void comesBackAsItWas(ChargeState state) {
    assertThat(StateDocuments.read(StateName.of(state), StateDocuments.of(state))).isEqualTo(state);
  }

  @Test
  void noStateIsForgottenHere() {
    assertThat(everyState().stream().map(StateName::of).distinct())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(StateName.values()));
  }
}
