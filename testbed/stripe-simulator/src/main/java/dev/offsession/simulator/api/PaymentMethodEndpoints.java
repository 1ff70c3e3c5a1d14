package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.MetadataPatch;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_methods}. */
final class PaymentMethodEndpoints {
  private final Account account;
  private final Renderer renderer;

  PaymentMethodEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .browser("POST", "/v1/payment_methods", this::create)
        .server("GET", "/v1/payment_methods", this::list)
        .server("GET", "/v1/payment_methods/{id}", this::get)
        .server("POST", "/v1/payment_methods/{id}", this::update)
        .server("POST", "/v1/payment_methods/{id}/attach", this::attach)
        .server("POST", "/v1/payment_methods/{id}/detach", this::detach);
  }

  /** The cards of one customer. */
  static ObjectNode listOf(Account account, Renderer renderer, ApiCall call, String customer) {
    call.params().oneOf("type", "card");
    call.params().ignore("allow_redisplay");
    var matching =
        account.store().paymentMethods().newestFirst().stream()
            .filter(method -> customer.equals(method.customer()))
            .toList();
    ObjectNode page = Paging.list(call, matching, PaymentMethod::id, renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode create(ApiCall call) {
    PaymentMethod method = CardParams.create(account, call.params());
    call.params().finish();
    return renderer.render(method, call.view());
  }

  private ObjectNode list(ApiCall call) {
    String customer = call.params().text("customer");
    if (customer == null) {
      throw Refusal.missing("customer");
    }
    if (account.store().customers().find(customer).filter(c -> !c.deleted()).isEmpty()) {
      throw Refusal.unknownReference("customer", "customer", customer);
    }
    return listOf(account, renderer, call, customer);
  }

  private ObjectNode get(ApiCall call) {
    call.params().finish();
    return renderer.render(account.paymentMethods().get(call.id()));
  }

  private ObjectNode update(ApiCall call) {
    Params params = call.params();
    Map<String, String> billing = params.leaves("billing_details");
    String redisplay = params.oneOf("allow_redisplay", "always", "limited", "unspecified");
    MetadataPatch metadata = params.metadata("metadata");
    params.ignore("card");
    params.finish();
    return renderer.render(
        account.paymentMethods().update(call.id(), billing, redisplay, metadata, call.cause()));
  }

  private ObjectNode attach(ApiCall call) {
    String customer = call.params().required("customer");
    call.params().finish();
    if (account.store().customers().find(customer).filter(c -> !c.deleted()).isEmpty()) {
      throw Refusal.unknownReference("customer", "customer", customer);
    }
    return renderer.render(account.paymentMethods().attach(call.id(), customer, call.cause()));
  }

  private ObjectNode detach(ApiCall call) {
    call.params().finish();
    return renderer.render(account.paymentMethods().detach(call.id(), call.cause()));
  }
}
