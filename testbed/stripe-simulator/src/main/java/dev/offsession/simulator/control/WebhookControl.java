package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.engine.WebhookEndpoint;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.webhooks.DeliveryLog;
import dev.offsession.simulator.webhooks.WebhookMode;
import dev.offsession.simulator.webhooks.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Disorder of deliveries, resending, rotation of secrets. */
final class WebhookControl {
  private static final int OLD_SECRET_SECONDS = 86_400;

  private final Account account;
  private final Webhooks webhooks;

  WebhookControl(Account account, Webhooks webhooks) {
    this.account = account;
    this.webhooks = webhooks;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/webhooks/mode", (_, body) -> mode(body));
    api.add("POST", "/_sim/webhooks/redeliver", (_, body) -> redeliver(body));
    api.add("POST", "/_sim/webhooks/{id}/rotate", this::rotate);
    api.add("GET", "/_sim/deliveries", (_, _) -> deliveries());
  }

  private JsonNode mode(Body body) {
    String timing = body.text("timing", "random").toUpperCase(Locale.ROOT);
    webhooks.mode(
        new WebhookMode(
            copies(body),
            body.share("duplicate_share", 0),
            body.number("reorder_window", 0),
            body.number("delay", 0),
            body.share("drop", 0),
            body.isTrue("bad_signature"),
            body.isTrue("old_timestamp"),
            body.isTrue("thin"),
            body.text("api_version"),
            WebhookMode.Timing.valueOf(timing)));
    return body.json();
  }

  private static int copies(Body body) {
    String duplicate = body.text("duplicate", "0");
    return switch (duplicate) {
      case "true" -> 1;
      case "false" -> 0;
      default -> Integer.parseInt(duplicate);
    };
  }

  private JsonNode redeliver(Body body) {
    String id = body.required("event");
    Event event =
        account.journal().find(id).orElseThrow(() -> Refusal.notFound("event", "event", id));
    webhooks.send(List.of(event));
    return Json.object().with("event", id).with("type", event.type()).done();
  }

  private JsonNode rotate(Map<String, String> variables, Body body) {
    WebhookEndpoint rotated =
        account
            .webhookEndpoints()
            .rotate(
                variables.getOrDefault("id", ""),
                body.text("secret"),
                Duration.ofSeconds(body.number("keep_old_seconds", OLD_SECRET_SECONDS)));
    return Json.object().with("id", rotated.id()).with("secret", rotated.secret()).done();
  }

  private JsonNode deliveries() {
    return Json.object()
        .with("data", webhooks.log().all().stream().map(DeliveryLog.Attempt::json).toList())
        .done();
  }
}
