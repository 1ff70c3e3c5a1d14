package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.NewSetup;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.engine.SetupAttempt;
import dev.offsession.simulator.engine.SetupConfirmation;
import dev.offsession.simulator.engine.SetupIntent;
import dev.offsession.simulator.engine.SetupTerms;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Renderer;
import java.time.Instant;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/setup_intents}, and what belongs to them: attempts and mandates. */
final class SetupIntentEndpoints {
  private static final String[] NOT_SIMULATED = {
    "flow_directions",
    "mandate_data",
    "payment_method_options",
    "on_behalf_of",
    "single_use",
    "attach_to_self",
    "expected_payment_method_type",
    "client_attribution_metadata",
    "excluded_payment_method_types"
  };

  private final Account account;
  private final Renderer renderer;

  SetupIntentEndpoints(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
  }

  void addTo(Routes routes) {
    routes
        .server("POST", "/v1/setup_intents", this::create)
        .server("GET", "/v1/setup_intents", this::list)
        .browser("GET", "/v1/setup_intents/{id}", this::get)
        .server("POST", "/v1/setup_intents/{id}", this::update)
        .browser("POST", "/v1/setup_intents/{id}/confirm", this::confirm)
        .server("POST", "/v1/setup_intents/{id}/cancel", this::cancel)
        .server("GET", "/v1/setup_attempts", this::attempts)
        .server("GET", "/v1/mandates/{id}", this::mandate);
  }

  private ObjectNode create(ApiCall call) {
    Params params = call.params();
    boolean confirm = params.isTrue("confirm");
    Methods.Choice methods = Methods.choice(params);
    String usage = params.oneOf("usage", "off_session", "on_session");
    SetupConfirmation confirmation = confirmation(call);
    NewSetup order =
        new NewSetup(
            usage == null ? "off_session" : usage,
            methods.dynamic(),
            methods.allowRedirects(),
            confirmation.paymentMethod(),
            change(params),
            confirm ? confirmation : null);
    params.finish();
    if (!confirm && params.has("return_url")) {
      throw Refusal.invalid(
          "return_url", "You cannot set `return_url` unless you also set `confirm=true`.");
    }
    return renderer.render(account.setupIntents().create(order, call.cause()));
  }

  private ObjectNode get(ApiCall call) {
    SetupIntent intent = account.setupIntents().get(call.id());
    call.checkClientSecret(intent);
    call.params().finish();
    return renderer.render(intent, call.view());
  }

  private ObjectNode update(ApiCall call) {
    SetupTerms.Change change = change(call.params());
    Patch<String> method = call.params().patch("payment_method");
    call.params().finish();
    return renderer.render(account.setupIntents().update(call.id(), change, method));
  }

  private ObjectNode confirm(ApiCall call) {
    SetupIntent intent = account.setupIntents().get(call.id());
    call.checkClientSecret(intent);
    SetupConfirmation confirmation = confirmation(call);
    call.params().finish();
    SetupIntent result = account.setupIntents().confirm(intent.id(), confirmation, call.cause());
    return renderer.render(result, call.view());
  }

  private ObjectNode cancel(ApiCall call) {
    String reason =
        call.params()
            .oneOf("cancellation_reason", "abandoned", "requested_by_customer", "duplicate");
    call.params().finish();
    return renderer.render(account.setupIntents().cancel(call.id(), reason, call.cause()));
  }

  private ObjectNode list(ApiCall call) {
    String customer = call.params().text("customer");
    String method = call.params().text("payment_method");
    Predicate<Instant> created = Paging.created(call.params());
    var matching =
        account.store().setupIntents().newestFirst().stream()
            .filter(intent -> customer == null || customer.equals(intent.customer()))
            .filter(intent -> method == null || method.equals(intent.state().paymentMethod()))
            .filter(intent -> created.test(intent.created()))
            .toList();
    ObjectNode page = Paging.list(call, matching, SetupIntent::id, renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode attempts(ApiCall call) {
    String intent = call.params().required("setup_intent");
    Predicate<Instant> created = Paging.created(call.params());
    var matching =
        account.store().setupAttempts().newestFirst().stream()
            .filter(attempt -> attempt.setupIntent().equals(intent))
            .filter(attempt -> created.test(attempt.created()))
            .toList();
    ObjectNode page = Paging.list(call, matching, SetupAttempt::id, renderer::render);
    call.params().finish();
    return page;
  }

  private ObjectNode mandate(ApiCall call) {
    call.params().finish();
    return account
        .store()
        .mandates()
        .find(call.id())
        .map(renderer::render)
        .orElseThrow(() -> Refusal.notFound("mandate", "mandate", call.id()));
  }

  private SetupConfirmation confirmation(ApiCall call) {
    Params params = call.params();
    params.ignore(NOT_SIMULATED);
    params.ignore("client_secret", "key");
    return new SetupConfirmation(
        call.fromBrowser(),
        params.isTrue("use_stripe_sdk"),
        params.text("return_url"),
        Methods.named(account, params),
        params.has("mandate_data"));
  }

  private static SetupTerms.Change change(Params params) {
    params.ignore(NOT_SIMULATED);
    return new SetupTerms.Change(
        params.patch("customer"),
        Methods.typesPatch(params),
        params.patch("description"),
        params.metadata("metadata"));
  }
}
