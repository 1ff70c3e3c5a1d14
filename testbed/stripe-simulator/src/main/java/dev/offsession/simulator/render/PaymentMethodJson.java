package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.Card;
import dev.offsession.simulator.engine.PaymentMethod;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Cards. */
final class PaymentMethodJson {
  private PaymentMethodJson() {}

  static ObjectNode render(PaymentMethod method, View view) {
    ObjectNode full =
        Json.object()
            .with("id", method.id())
            .with("object", "payment_method")
            .with("allow_redisplay", method.allowRedisplay())
            .with("billing_details", billingDetails(method.billingDetails()))
            .with("card", card(method.card()))
            .with("created", method.created())
            .with("customer", method.customer())
            .with("customer_account", null)
            .with("livemode", false)
            .with("metadata", method.metadata())
            .with("type", "card")
            .done();
    return view == View.SECRET
        ? full
        : full.remove(List.of("metadata", "customer", "customer_account"));
  }

  static Json billingDetails(Map<String, String> details) {
    Json address = Json.object();
    for (String part : List.of("city", "country", "line1", "line2", "postal_code", "state")) {
      address.with(part, details.get("address[" + part + "]"));
    }
    return Json.object()
        .with("address", address)
        .with("email", details.get("email"))
        .with("name", details.get("name"))
        .with("phone", details.get("phone"))
        .with("tax_id", null);
  }

  static Json checks(Card card) {
    return Json.object()
        .with("address_line1_check", null)
        .with("address_postal_code_check", null)
        .with("cvc_check", card.cvcCheck());
  }

  private static Json card(Card card) {
    return Json.object()
        .with("brand", card.brand())
        .with("checks", checks(card))
        .with("country", "US")
        .with("display_brand", card.brand())
        .with("exp_month", card.expMonth())
        .with("exp_year", card.expYear())
        .with("fingerprint", card.fingerprint())
        .with("funding", "credit")
        .with("generated_from", null)
        .with("last4", card.last4())
        .with(
            "networks",
            Json.object().with("available", List.of(card.brand())).with("preferred", null))
        .with("regulated_status", "unregulated")
        .with("three_d_secure_usage", Json.object().with("supported", true))
        .with("wallet", null);
  }
}
