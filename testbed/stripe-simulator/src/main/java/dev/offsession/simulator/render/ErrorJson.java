package dev.offsession.simulator.render;

import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.engine.ApiError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Error objects; unlike other objects they leave out what they do not have. */
final class ErrorJson {
  private ErrorJson() {}

  static ObjectNode render(ApiError error, View view) {
    Json json = Json.object();
    Decline decline = error.decline();
    if (decline != null) {
      present(json, "advice_code", decline.adviceCode());
    }
    if (view == View.SECRET) {
      present(json, "charge", error.charge());
    }
    present(json, "code", error.code());
    if (decline != null) {
      json.with("decline_code", decline.declineCode());
    }
    if (error.code() != null) {
      json.with("doc_url", "https://docs.stripe.com/error-codes/" + error.code().replace('_', '-'));
    }
    json.with("message", error.message());
    if (decline != null && view == View.SECRET) {
      present(json, "network_advice_code", decline.networkAdviceCode());
      present(json, "network_decline_code", decline.networkDeclineCode());
    }
    present(json, "param", error.param());
    if (error.paymentMethod() != null) {
      json.with("payment_method", PaymentMethodJson.render(error.paymentMethod(), view));
    }
    return json.with("type", error.type().wireName()).done();
  }

  private static void present(Json json, String name, @Nullable String value) {
    if (value != null) {
      json.with(name, value);
    }
  }
}
