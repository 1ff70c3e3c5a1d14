package dev.offsession.charging.stripe;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.SharedPace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the pace that Stripe allows, and sends nothing while Stripe refuses our key. A call that
 * may not be sent now is "not looked at": nothing is lost, the charge asks again.
 */
public final class PacedPaymentGateway implements PaymentGateway {

  /** Waits for a turn. */
  @FunctionalInterface
  public interface Waiting {
    /** Returns after this time. */
    void pause(Duration time) throws InterruptedException;
  }

  private final PaymentGateway stripe;
  private final SharedPace pace;
  private final KeyCircuit circuit;
  private final Waiting waiting;

  public PacedPaymentGateway(
      PaymentGateway stripe, SharedPace pace, KeyCircuit circuit, Waiting waiting) {
    this.stripe = stripe;
    this.pace = pace;
    this.circuit = circuit;
    this.waiting = waiting;
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    return paced(Lane.CREATE, () -> stripe.create(question));
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    return paced(Lane.CONFIRM, () -> stripe.confirm(question));
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    return paced(Lane.READ, () -> stripe.fetch(question));
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    return paced(Lane.LIST, () -> stripe.find(question));
  }

  @Override
  public GatewayReply cancel(PaymentIntentId intent) {
    return paced(Lane.CANCEL, () -> stripe.cancel(intent));
  }

  private GatewayReply paced(Lane lane, Supplier<GatewayReply> call) {
    if (circuit.isOpen()) {
      return new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED);
    }
    if (!waitForTurn(lane)) {
      return new GatewayReply.NoAnswer(Trouble.RATE_LIMITED);
    }
    return circuit.isOpen() ? new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED) : heard(call.get());
  }

  private boolean waitForTurn(Lane lane) {
    Optional<Duration> turn = pace.enter(lane);
    try {
      if (turn.isPresent() && turn.get().isPositive()) {
        waiting.pause(turn.get());
      }
      return turn.isPresent();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private GatewayReply heard(GatewayReply reply) {
    if (!(reply instanceof GatewayReply.NoAnswer(Trouble trouble))) {
      circuit.accepted();
    } else if (trouble == Trouble.UNAUTHORIZED) {
      circuit.refused();
    }
    return reply;
  }
}
