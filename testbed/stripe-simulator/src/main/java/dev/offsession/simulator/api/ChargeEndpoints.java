package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.Refund;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/charges} and {@code /v1/refunds}. */
final class ChargeEndpoints {
  private final Account account;
  private final Renderer renderer;

  ChargeEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .server("GET", "/v1/charges", this::list)
        .server("GET", "/v1/charges/{id}", this::get)
        .server("POST", "/v1/refunds", this::refund)
        .server("GET", "/v1/refunds/{id}", this::getRefund);
  }

  private ObjectNode get(ApiCall call) {
    call.params().finish();
    return renderer.render(account.charges().get(call.id()));
  }

  private ObjectNode list(ApiCall call) {
    String intent = call.params().text("payment_intent");
    String customer = call.params().text("customer");
    Predicate<Instant> created = Paging.created(call.params());
    var matching =
        account.store().charges().newestFirst().stream()
            .filter(charge -> intent == null || intent.equals(charge.paymentIntent()))
            .filter(charge -> customer == null || customer.equals(charge.terms().customer()))
            .filter(charge -> created.test(charge.created()))
            .toList();
    ObjectNode page = Paging.list(call, matching, Charge::id, renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode refund(ApiCall call) {
    Params params = call.params();
    Long amount = params.integer("amount");
    String reason = params.oneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
    Map<String, String> metadata = params.metadata("metadata").over(Map.of());
    Charge charge = refundable(params.text("charge"), params.text("payment_intent"));
    params.finish();
    Refund refund = account.refunds().create(charge, amount, reason, metadata, call.cause());
    return renderer.render(refund);
  }

  private ObjectNode getRefund(ApiCall call) {
    call.params().finish();
    return renderer.render(account.refunds().get(call.id()));
  }

  private Charge refundable(@Nullable String charge, @Nullable String intent) {
    if (charge != null) {
      return account
          .store()
          .charges()
          .find(charge)
          .orElseThrow(() -> Refusal.unknownReference("charge", "charge", charge));
    }
    if (intent == null) {
      throw Refusal.missing("payment_intent");
    }
    return account
        .store()
        .paymentIntents()
        .find(intent)
        .map(found -> found.latestCharge())
        .flatMap(account.store().charges()::find)
        .orElseThrow(() -> Refusal.unknownReference("payment_intent", "payment_intent", intent));
  }
}
