package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Health;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether services that miss a part say so, in a sentence that an operator can act on. */
final class ClearHealth {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ClearHealth() {}

  /** Whether each of them is DOWN, and names that part with a reason. */
  static boolean blames(List<Integer> ports, Away away) {
    return ports.stream().allMatch(port -> !reason(port, away).isBlank());
  }

  /** What the service on this port says of the part; blank when it does not say that it is away. */
  static String reason(int port, Away away) {
    try {
      JsonNode health = JSON.readTree(Health.of(port));
      JsonNode part = health.path("components").path(away.component());
      boolean down = health.path("status").asString("").equals("DOWN");
      return down && part.path("status").asString("").equals("DOWN")
          ? part.path("details").path("reason").asString("")
          : "";
    } catch (JacksonException e) {
      return "";
    }
  }
}
