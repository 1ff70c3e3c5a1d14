package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes an event of a type happen by really doing what leads to it, as Stripe's CLI does. */
final class TriggerControl {
  private final Account account;
  private final Renderer renderer;
  private final Map<String, Runnable> stories;

  TriggerControl(Account account, Renderer renderer) {
    this.account = account;
    this.renderer = renderer;
    this.stories = new TreeMap<>(new Stories(account).byEventType());
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/trigger", (_, body) -> trigger(body.required("type")));
  }

  private JsonNode trigger(String type) {
    Runnable story = stories.get(type);
    if (story == null) {
      throw new IllegalArgumentException(
          "Cannot trigger %s; known types: %s"
              .formatted(type, String.join(", ", stories.keySet())));
    }
    story.run();
    return account.journal().newestFirst().stream()
        .filter(event -> event.type().equals(type))
        .findFirst()
        .map(event ->
            Json.object()
                .with("id", event.id())
                .with("type", type)
                .with("object", renderer.render(event.object()).get("id"))
                .done())
        .orElseThrow(() -> new IllegalStateException("The story did not lead to " + type));
  }
}
