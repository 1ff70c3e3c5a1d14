package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.ApiError;
import dev.offsession.simulator.engine.BalanceTransaction;
import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.Customer;
import dev.offsession.simulator.engine.Dispute;
import dev.offsession.simulator.engine.EarlyFraudWarning;
import dev.offsession.simulator.engine.Mandate;
import dev.offsession.simulator.engine.PaymentIntent;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.engine.Refund;
import dev.offsession.simulator.engine.Resource;
import dev.offsession.simulator.engine.SetupAttempt;
import dev.offsession.simulator.engine.SetupIntent;
import dev.offsession.simulator.engine.WebhookEndpoint;
import tools.jackson.databind.node.ObjectNode;

/** Turns snapshots into Stripe's JSON. Knows no state of its own but the server's address. */
public final class Renderer {
  private final IntentJson intents;

  /** A renderer whose challenge links point at this server. */
  public Renderer(String baseUrl) {
    this.intents = new IntentJson(baseUrl);
  }

  /** The object as the merchant's server sees it. */
  public ObjectNode render(Resource resource) {
    return render(resource, View.SECRET);
  }

  /** The object as this reader may see it. */
  public ObjectNode render(Resource resource, View view) {
    return switch (resource) {
      case PaymentIntent intent -> intents.payment(intent, view);
      case SetupIntent intent -> intents.setup(intent, view);
      case PaymentMethod method -> PaymentMethodJson.render(method, view);
      case Customer customer -> CustomerJson.render(customer);
      case Charge charge -> ChargeJson.render(charge);
      case BalanceTransaction transaction -> MoneyJson.balanceTransaction(transaction);
      case Refund refund -> MoneyJson.refund(refund);
      case Dispute dispute -> MoneyJson.dispute(dispute);
      case EarlyFraudWarning warning -> MoneyJson.earlyFraudWarning(warning);
      case SetupAttempt attempt -> SetupJson.attempt(attempt);
      case Mandate mandate -> SetupJson.mandate(mandate);
      case WebhookEndpoint endpoint -> WebhookEndpointJson.render(endpoint);
    };
  }

  /** The error object of a failure that has nothing to do with any object. */
  public static ObjectNode plainError(ApiError error) {
    return ErrorJson.render(error, View.SECRET);
  }

  /** The error object of a refused call. */
  public ObjectNode error(ApiError error, View view) {
    ObjectNode result = ErrorJson.render(error, view);
    if (error.intent() != null) {
      result.set(error.intent().kind(), render(error.intent(), view));
    }
    return result;
  }
}
