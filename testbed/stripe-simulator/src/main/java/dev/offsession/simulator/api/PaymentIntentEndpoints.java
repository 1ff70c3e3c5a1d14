package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Confirmation;
import dev.offsession.simulator.engine.NewPayment;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.PaymentIntent;
import dev.offsession.simulator.engine.PaymentTerms;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_intents}. */
final class PaymentIntentEndpoints {
  private static final String[] NOT_SIMULATED = {
    "shipping",
    "radar_options",
    "mandate",
    "mandate_data",
    "application_fee_amount",
    "transfer_data",
    "transfer_group",
    "on_behalf_of",
    "expected_payment_method_type",
    "client_attribution_metadata",
    "payment_details",
    "amount_details",
    "excluded_payment_method_types"
  };

  private final Account account;
  private final Renderer renderer;

  PaymentIntentEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .server("POST", "/v1/payment_intents", this::create)
        .server("GET", "/v1/payment_intents", this::list)
        .browser("GET", "/v1/payment_intents/{id}", this::get)
        .server("POST", "/v1/payment_intents/{id}", this::update)
        .browser("POST", "/v1/payment_intents/{id}/confirm", this::confirm)
        .server("POST", "/v1/payment_intents/{id}/cancel", this::cancel)
        .server("POST", "/v1/payment_intents/{id}/capture", this::capture);
  }

  private ObjectNode create(ApiCall call) {
    Params params = call.params();
    boolean confirm = params.isTrue("confirm");
    Confirmation confirmation = confirmation(call);
    Methods.Choice methods = Methods.choice(params);
    String confirmationMethod = params.oneOf("confirmation_method", "automatic", "manual");
    NewPayment order =
        new NewPayment(
            params.requiredInteger("amount"),
            params.required("currency").toLowerCase(Locale.ROOT),
            methods.dynamic(),
            methods.allowRedirects(),
            confirmationMethod == null ? "automatic" : confirmationMethod,
            confirmation.paymentMethod(),
            confirmation.terms(),
            confirm ? confirmation : null);
    params.finish();
    if (!confirm) {
      refuseWithoutConfirm(params);
    }
    return renderer.render(account.paymentIntents().create(order, call.cause()));
  }

  private ObjectNode get(ApiCall call) {
    PaymentIntent intent = account.paymentIntents().get(call.id());
    call.checkClientSecret(intent);
    call.params().finish();
    return renderer.render(intent, call.view());
  }

  private ObjectNode update(ApiCall call) {
    Params params = call.params();
    PaymentTerms.Change change = change(params);
    Patch<String> method = params.patch("payment_method");
    params.finish();
    return renderer.render(
        account.paymentIntents().update(call.id(), change, method, call.cause()));
  }

  private ObjectNode confirm(ApiCall call) {
    PaymentIntent intent = account.paymentIntents().get(call.id());
    call.checkClientSecret(intent);
    Params params = call.params();
    if (call.fromBrowser() && params.has("off_session")) {
      throw Refusal.invalid("off_session", "off_session can only be used with a secret key.");
    }
    Confirmation confirmation = confirmation(call);
    params.finish();
    PaymentIntent result =
        account.paymentIntents().confirm(intent.id(), confirmation, call.cause());
    return renderer.render(result, call.view());
  }

  private ObjectNode cancel(ApiCall call) {
    String reason =
        call.params()
            .oneOf(
                "cancellation_reason",
                "duplicate",
                "fraudulent",
                "requested_by_customer",
                "abandoned");
    call.params().finish();
    return renderer.render(account.paymentIntents().cancel(call.id(), reason, call.cause()));
  }

  private ObjectNode capture(ApiCall call) {
    Long amount = call.params().integer("amount_to_capture");
    call.params().ignore("final_capture", "metadata");
    call.params().finish();
    return renderer.render(account.paymentIntents().capture(call.id(), amount, call.cause()));
  }

  private ObjectNode list(ApiCall call) {
    String customer = call.params().text("customer");
    Predicate<Instant> created = Paging.created(call.params());
    var matching =
        account.store().paymentIntents().newestFirst().stream()
            .filter(intent -> customer == null || customer.equals(intent.customer()))
            .filter(intent -> created.test(intent.created()))
            .toList();
    ObjectNode page = Paging.list(call, matching, PaymentIntent::id, renderer::render);
    call.params().finish();
    return page;
  }

  private Confirmation confirmation(ApiCall call) {
    Params params = call.params();
    return new Confirmation(
        call.fromBrowser(),
        offSession(params),
        params.isTrue("error_on_requires_action"),
        params.isTrue("use_stripe_sdk"),
        params.text("return_url"),
        Methods.named(account, params),
        change(params));
  }

  private static boolean offSession(Params params) {
    String value = params.oneOf("off_session", "true", "false", "one_off", "recurring");
    return value != null && !value.equals("false");
  }

  private static void refuseWithoutConfirm(Params params) {
    for (String name : new String[] {"off_session", "error_on_requires_action", "return_url"}) {
      if (params.has(name)) {
        throw Refusal.invalid(
            name, "You cannot set `%s` unless you also set `confirm=true`.".formatted(name));
      }
    }
  }

  private static PaymentTerms.Change change(Params params) {
    params.ignore(NOT_SIMULATED);
    params.ignore("client_secret", "key");
    Params card = params.object("payment_method_options").object("card");
    card.ignore("setup_future_usage", "cvc_token", "moto", "network", "installments");
    return new PaymentTerms.Change(
        params.patch("amount", params::requiredInteger),
        params.patch("currency", name -> params.required(name).toLowerCase(Locale.ROOT)),
        params.patch("customer"),
        Methods.typesPatch(params),
        words(params, "capture_method", "automatic", "automatic_async", "manual"),
        words(params, "setup_future_usage", "off_session", "on_session"),
        params.patch("description"),
        params.patch("receipt_email"),
        params.patch("statement_descriptor"),
        params.patch("statement_descriptor_suffix"),
        words(card, "request_three_d_secure", "automatic", "any", "challenge"),
        params.metadata("metadata"));
  }

  private static Patch<String> words(Params params, String name, String... allowed) {
    params.oneOf(name, allowed);
    return params.patch(name);
  }
}
