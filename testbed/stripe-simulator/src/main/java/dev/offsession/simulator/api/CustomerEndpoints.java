package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Customer;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import java.time.Instant;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/customers}. */
final class CustomerEndpoints {
  private final Account account;
  private final Renderer renderer;

  CustomerEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .server("POST", "/v1/customers", this::create)
        .server("GET", "/v1/customers", this::list)
        .server("GET", "/v1/customers/{id}", this::get)
        .server("POST", "/v1/customers/{id}", this::update)
        .server("DELETE", "/v1/customers/{id}", this::delete)
        .server("GET", "/v1/customers/{id}/payment_methods", this::paymentMethods)
        .server("GET", "/v1/customers/{id}/payment_methods/{pm}", this::paymentMethod);
  }

  private ObjectNode create(ApiCall call) {
    Customer.Change change = change(call.params());
    String method = call.params().text("payment_method");
    call.params().finish();
    Customer customer = account.customers().create(change, call.cause());
    if (method != null) {
      account.paymentMethods().attach(method, customer.id(), call.cause());
    }
    return renderer.render(customer);
  }

  private ObjectNode get(ApiCall call) {
    call.params().finish();
    return renderer.render(account.customers().get(call.id()));
  }

  private ObjectNode update(ApiCall call) {
    Customer.Change change = change(call.params());
    call.params().finish();
    return renderer.render(account.customers().update(call.id(), change, call.cause()));
  }

  private ObjectNode delete(ApiCall call) {
    call.params().finish();
    return renderer.render(account.customers().delete(call.id(), call.cause()));
  }

  private ObjectNode list(ApiCall call) {
    String email = call.params().text("email");
    Predicate<Instant> created = Paging.created(call.params());
    var matching =
        account.store().customers().newestFirst().stream()
            .filter(customer -> !customer.deleted())
            .filter(customer -> email == null || email.equals(customer.profile().email()))
            .filter(customer -> created.test(customer.created()))
            .toList();
    ObjectNode page = Paging.list(call, matching, Customer::id, renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode paymentMethods(ApiCall call) {
    Customer customer = account.customers().live(call.id());
    return PaymentMethodEndpoints.listOf(account, renderer, call, customer.id());
  }

  private ObjectNode paymentMethod(ApiCall call) {
    Customer customer = account.customers().live(call.id());
    call.params().finish();
    PaymentMethod method = account.paymentMethods().get(call.variable("pm"));
    if (!customer.id().equals(method.customer())) {
      throw Refusal.notFound("PaymentMethod", "payment_method", method.id());
    }
    return renderer.render(method);
  }

  private static Customer.Change change(Params params) {
    params.ignore("address", "shipping", "tax_exempt", "balance", "invoice_prefix", "validate");
    Params invoice = params.object("invoice_settings");
    return new Customer.Change(
        params.patch("email"),
        params.patch("name"),
        params.patch("phone"),
        params.patch("description"),
        invoice.patch("default_payment_method"),
        params.patch("preferred_locales", params::texts),
        params.metadata("metadata"));
  }
}
