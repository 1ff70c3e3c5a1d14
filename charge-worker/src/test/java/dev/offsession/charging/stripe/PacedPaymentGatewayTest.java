package dev.offsession.charging.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.pace.Board;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.SharedPace;
import dev.offsession.charging.pace.Turns;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedPaymentGatewayTest {
  private static final PaymentIntentId PI = new PaymentIntentId("pi_1");
  private static final GatewayReply PAID = new GatewayReply.Listed(List.of());

  private long now;
  private final Counting stripe = new Counting();
  private final KeyCircuit circuit = new KeyCircuit(Duration.ofSeconds(30), () -> now);
  private final SharedPace pace =
      new SharedPace(
          "one",
          new Board(() -> 0),
          new SharedPace.Limits(80, 20, Duration.ofSeconds(20)),
          () -> now);
  private final PacedPaymentGateway gateway =
      new PacedPaymentGateway(stripe, new Turns(pace, this::pass), circuit);

  @Test
  void keepsThePace() {
    for (int i = 0; i < 203; i++) {
      assertThat(gateway.cancel(PI)).isEqualTo(PAID);
    }

    assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(10));
    assertThat(stripe.calls).isEqualTo(203);
  }

  @Test
  void doesNotSendWhatWouldWaitTooLong() {
    while (pace.enter(Lane.CANCEL, Duration.ofSeconds(20)).isPresent()) {
      // Others fill the line.
    }

    assertThat(gateway.cancel(PI)).isEqualTo(new GatewayReply.NoAnswer(Trouble.RATE_LIMITED));
    assertThat(stripe.calls).isZero();
  }

  @Test
  void sendsNothingOnceStripeRefusedTheKey() {
    stripe.reply = new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED);
    gateway.cancel(PI);
    stripe.reply = PAID;

    assertThat(gateway.cancel(PI)).isEqualTo(new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED));
    assertThat(stripe.calls).isEqualTo(1);

    circuit.probed();
    assertThat(gateway.cancel(PI)).isEqualTo(PAID);
  }

  @Test
  void sendsNothingThatWaitedWhileTheKeyWasRefused() {
    for (int i = 0; i < 4; i++) {
      gateway.cancel(PI);
    }
    PacedPaymentGateway interrupted =
        new PacedPaymentGateway(stripe, new Turns(pace, _ -> circuit.refused()), circuit);

    assertThat(interrupted.cancel(PI)).isEqualTo(new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED));
    assertThat(stripe.calls).isEqualTo(4);
  }

  @Test
  void doesNotTakeSilenceForARefusedKey() {
    stripe.reply = new GatewayReply.NoAnswer(Trouble.NO_ANSWER);

    gateway.cancel(PI);

    assertThat(circuit.isOpen()).isFalse();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private static final class Counting implements PaymentGateway {
    private int calls;
    private GatewayReply reply = PAID;

    private GatewayReply answer() {
      calls++;
      return reply;
    }

    @Override
    public GatewayReply create(Effect.CreateIntent question) {
      return answer();
    }

    @Override
    public GatewayReply confirm(Effect.ConfirmIntent question) {
      return answer();
    }

    @Override
    public GatewayReply fetch(Effect.FetchIntent question) {
      return answer();
    }

    @Override
    public GatewayReply find(Effect.FindIntents question) {
      return answer();
    }

    @Override
    public GatewayReply cancel(PaymentIntentId intent) {
      return answer();
    }
  }
}
