package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Ids;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What mobile apps need: {@code /v1/ephemeral_keys} and {@code /v1/customer_sessions}. */
final class MobileEndpoints {
  private static final Duration EPHEMERAL_KEY_LIFETIME = Duration.ofHours(1);
  private static final Duration SESSION_LIFETIME = Duration.ofMinutes(30);
  private static final List<String> COMPONENTS =
      List.of(
          "buy_button",
          "customer_sheet",
          "mobile_payment_element",
          "payment_element",
          "pricing_table");

  private final Account account;
  private final Ids ids;

  MobileEndpoints(Account account) {
    this.account = account;
    this.ids = account.ids();
  }

  void addTo(Routes routes) {
    routes
        .server("POST", "/v1/ephemeral_keys", this::ephemeralKey)
        .server("POST", "/v1/customer_sessions", this::customerSession);
  }

  private ObjectNode ephemeralKey(ApiCall call) {
    if (call.stripeVersion() == null) {
      throw Refusal.invalid(
          null, "Please specify the Stripe-Version header with the mobile SDK's API version.");
    }
    String customer = liveCustomer(call.params());
    call.params().finish();
    Instant now = account.clock().now();
    return Json.object()
        .with("id", ids.next("ephkey_"))
        .with("object", "ephemeral_key")
        .with(
            "associated_objects",
            List.of(Json.object().with("id", customer).with("type", "customer")))
        .with("created", now)
        .with("expires", now.plus(EPHEMERAL_KEY_LIFETIME))
        .with("livemode", false)
        .with("secret", ids.secret("ek_test_", 60))
        .done();
  }

  private ObjectNode customerSession(ApiCall call) {
    String customer = liveCustomer(call.params());
    Params wanted = call.params().object("components");
    Json components = Json.object();
    boolean any = false;
    for (String name : COMPONENTS) {
      Params component = wanted.object(name);
      boolean enabled = component.isTrue("enabled");
      component.ignore("features");
      any |= enabled;
      components.with(name, Json.object().with("enabled", enabled));
    }
    call.params().finish();
    if (!any) {
      throw Refusal.missing("components");
    }
    Instant now = account.clock().now();
    return Json.object()
        .with("object", "customer_session")
        .with("client_secret", ids.secret("cuss_secret_", 50))
        .with("components", components)
        .with("created", now)
        .with("customer", customer)
        .with("customer_account", null)
        .with("expires_at", now.plus(SESSION_LIFETIME))
        .with("livemode", false)
        .done();
  }

  private String liveCustomer(Params params) {
    @Nullable String id = params.text("customer");
    if (id == null) {
      throw Refusal.missing("customer");
    }
    if (account.store().customers().find(id).filter(c -> !c.deleted()).isEmpty()) {
      throw Refusal.unknownReference("customer", "customer", id);
    }
    return id;
  }
}
