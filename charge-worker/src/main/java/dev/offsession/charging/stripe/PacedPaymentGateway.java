package dev.offsession.charging.stripe;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.Turns;
import java.util.function.Supplier;

/**
 * Keeps the pace that Stripe allows, and sends nothing while Stripe refuses our key. A call that
 * may not be sent now is "not looked at": nothing is lost, the charge asks again.
 */
public final class PacedPaymentGateway implements PaymentGateway {

  private final PaymentGateway stripe;
  private final Turns turns;
  private final KeyCircuit circuit;

  public PacedPaymentGateway(PaymentGateway stripe, Turns turns, KeyCircuit circuit) {
    this.stripe = stripe;
    this.turns = turns;
    this.circuit = circuit;
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
    if (!turns.await(lane)) {
      return new GatewayReply.NoAnswer(Trouble.RATE_LIMITED);
    }
    return circuit.isOpen() ? new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED) : heard(call.get());
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
