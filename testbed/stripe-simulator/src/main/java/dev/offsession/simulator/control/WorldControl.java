package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Resource;
import dev.offsession.simulator.engine.Shelf;
import dev.offsession.simulator.faults.Faults;
import dev.offsession.simulator.http.RequestLog;
import dev.offsession.simulator.idempotency.SavedAnswers;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.webhooks.WebhookMode;
import dev.offsession.simulator.webhooks.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reset, clock, state and the log of calls. */
final class WorldControl {
  private final Account account;
  private final Webhooks webhooks;
  private final Faults faults;
  private final SavedAnswers saved;
  private final RequestLog requests;
  private final Renderer renderer;

  WorldControl(
      Account account,
      Webhooks webhooks,
      Faults faults,
      SavedAnswers saved,
      RequestLog requests,
      Renderer renderer) {
    this.account = account;
    this.webhooks = webhooks;
    this.faults = faults;
    this.saved = saved;
    this.requests = requests;
    this.renderer = renderer;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/reset", (_, _) -> reset());
    api.add("GET", "/_sim/state", (_, _) -> state());
    api.add("GET", "/_sim/objects", (_, _) -> objects());
    api.add("GET", "/_sim/clock", (_, _) -> clock());
    api.add("POST", "/_sim/clock", (_, body) -> move(body));
    api.add("GET", "/_sim/requests", (_, _) -> requests());
  }

  private JsonNode reset() {
    account.reset();
    faults.clear();
    saved.clear();
    requests.clear();
    webhooks.log().clear();
    webhooks.mode(WebhookMode.NORMAL);
    return state();
  }

  private JsonNode state() {
    var store = account.store();
    return Json.object()
        .with("now", account.clock().now().toString())
        .with("customers", store.customers().size())
        .with("payment_methods", store.paymentMethods().size())
        .with("setup_intents", store.setupIntents().size())
        .with("payment_intents", store.paymentIntents().size())
        .with("charges", store.charges().size())
        .with("refunds", store.refunds().size())
        .with("disputes", store.disputes().size())
        .with("webhook_endpoints", store.webhookEndpoints().size())
        .with("events", account.journal().newestFirst().size())
        .with("requests", requests.all().size())
        .with("faults", faults.size())
        .done();
  }

  private JsonNode objects() {
    var store = account.store();
    return Json.object()
        .with("customers", all(store.customers()))
        .with("payment_methods", all(store.paymentMethods()))
        .with("setup_intents", all(store.setupIntents()))
        .with("payment_intents", all(store.paymentIntents()))
        .with("charges", all(store.charges()))
        .with("refunds", all(store.refunds()))
        .with("disputes", all(store.disputes()))
        .with("webhook_endpoints", all(store.webhookEndpoints()))
        .done();
  }

  private List<ObjectNode> all(Shelf<? extends Resource> shelf) {
    return shelf.newestFirst().stream().map(renderer::render).toList();
  }

  private JsonNode move(Body body) {
    Duration step = step(body.text("advance"), body.text("set"));
    account.clock().advance(step);
    account.timeline().runDue(account.clock().now());
    return clock();
  }

  private Duration step(@Nullable String advance, @Nullable String target) {
    if (advance != null) {
      return advance.matches("\\d+")
          ? Duration.ofSeconds(Long.parseLong(advance))
          : Duration.parse(advance);
    }
    if (target == null) {
      throw new IllegalArgumentException("Say advance (ISO 8601 duration or seconds) or set");
    }
    Instant moment =
        target.matches("\\d+")
            ? Instant.ofEpochSecond(Long.parseLong(target))
            : Instant.parse(target);
    return Duration.between(account.clock().now(), moment);
  }

  private JsonNode clock() {
    Instant now = account.clock().now();
    return Json.object().with("now", now.toString()).with("unix", now).done();
  }

  private JsonNode requests() {
    return Json.object()
        .with("data", requests.all().stream().map(RequestLog.Entry::json).toList())
        .done();
  }
}
