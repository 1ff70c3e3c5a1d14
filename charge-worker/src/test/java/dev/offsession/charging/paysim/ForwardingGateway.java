package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;

/** The real way to Stripe; mistakes change one method of it. */
class ForwardingGateway implements PaymentGateway {
  private final PaymentGateway real;

  ForwardingGateway(PaymentGateway real) {
    this.real = real;
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    return real.create(question);
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    return real.confirm(question);
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    return real.fetch(question);
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    return real.find(question);
  }

  @Override
  public GatewayReply cancel(PaymentIntentId intent) {
    return real.cancel(intent);
  }
}
