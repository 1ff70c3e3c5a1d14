package dev.offsession.simulator.render;

import dev.offsession.simulator.engine.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events with the snapshot of their object. */
public final class EventJson {
  private final Renderer renderer;

  /** Events whose objects this renderer writes. */
  public EventJson(Renderer renderer) {
    this.renderer = renderer;
  }

  /** The full event. */
  public ObjectNode render(Event event, String apiVersion, int pendingWebhooks) {
    ObjectNode object = renderer.render(event.object());
    Json data = Json.object().with("object", object);
    ObjectNode previous = previousAttributes(event, object);
    if (previous != null) {
      data.with("previous_attributes", previous);
    }
    return Json.object()
        .with("id", event.id())
        .with("object", "event")
        .with("api_version", apiVersion)
        .with("created", event.created())
        .with("data", data)
        .with("livemode", false)
        .with("pending_webhooks", pendingWebhooks)
        .with(
            "request",
            Json.object()
                .with("id", event.cause().requestId())
                .with("idempotency_key", event.cause().idempotencyKey()))
        .with("type", event.type())
        .done();
  }

  /** A thin notification, as event destinations of API v2 send it: no object inside. */
  public ObjectNode renderThin(Event event) {
    return Json.object()
        .with("id", event.id())
        .with("object", "v2.core.event")
        .with("type", "v1." + event.type())
        .with("livemode", false)
        .with("created", event.created().toString())
        .with(
            "related_object",
            Json.object()
                .with("id", event.object().id())
                .with("type", renderer.render(event.object()).get("object"))
                .with("url", "/v1/objects/" + event.object().id()))
        .done();
  }

  private @Nullable ObjectNode previousAttributes(Event event, ObjectNode now) {
    if (event.previous() == null) {
      return null;
    }
    return difference(renderer.render(event.previous()), now);
  }

  private static ObjectNode difference(ObjectNode before, ObjectNode now) {
    ObjectNode changed = Json.object().done();
    for (Map.Entry<String, JsonNode> field : before.properties()) {
      JsonNode current = now.get(field.getKey());
      if (field.getValue() instanceof ObjectNode was && current instanceof ObjectNode is) {
        ObjectNode inner = difference(was, is);
        if (!inner.isEmpty()) {
          changed.set(field.getKey(), inner);
        }
      } else if (!field.getValue().equals(current)) {
        changed.set(field.getKey(), field.getValue());
      }
    }
    return changed;
  }
}
