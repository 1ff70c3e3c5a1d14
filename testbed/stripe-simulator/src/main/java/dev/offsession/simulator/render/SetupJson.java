package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.Mandate;
import dev.offsession.simulator.engine.SetupAttempt;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Setup attempts and mandates. */
final class SetupJson {
  private SetupJson() {}

  static ObjectNode attempt(SetupAttempt attempt) {
    return Json.object()
        .with("id", attempt.id())
        .with("object", "setup_attempt")
        .with("application", null)
        .with("created", attempt.created())
        .with("customer", attempt.customer())
        .with("customer_account", null)
        .with("flow_directions", null)
        .with("livemode", false)
        .with("on_behalf_of", null)
        .with("payment_method", attempt.paymentMethod().id())
        .with(
            "payment_method_details",
            Json.object().with("card", card(attempt)).with("type", "card"))
        .with(
            "setup_error",
            attempt.error() == null ? null : ErrorJson.render(attempt.error(), View.SECRET))
        .with("setup_intent", attempt.setupIntent())
        .with("status", attempt.status())
        .with("usage", attempt.usage())
        .done();
  }

  static ObjectNode mandate(Mandate mandate) {
    return Json.object()
        .with("id", mandate.id())
        .with("object", "mandate")
        .with(
            "customer_acceptance",
            Json.object()
                .with("accepted_at", mandate.created())
                .with(
                    "online",
                    Json.object().with("ip_address", "127.0.0.1").with("user_agent", "simulator"))
                .with("type", "online"))
        .with("livemode", false)
        .with("multi_use", Map.of())
        .with("payment_method", mandate.paymentMethod())
        .with("payment_method_details", Json.object().with("card", Map.of()).with("type", "card"))
        .with("status", "active")
        .with("type", "multi_use")
        .done();
  }

  private static Json card(SetupAttempt attempt) {
    var card = attempt.paymentMethod().card();
    return Json.object()
        .with("brand", card.brand())
        .with("checks", PaymentMethodJson.checks(card))
        .with("country", "US")
        .with("exp_month", card.expMonth())
        .with("exp_year", card.expYear())
        .with("fingerprint", card.fingerprint())
        .with("funding", "credit")
        .with("last4", card.last4())
        .with("network", card.brand())
        .with("three_d_secure", null)
        .with("wallet", null);
  }
}
