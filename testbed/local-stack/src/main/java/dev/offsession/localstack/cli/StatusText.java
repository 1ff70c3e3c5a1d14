package dev.offsession.localstack.cli;

import dev.offsession.localstack.stack.Health.PartHealth;
import dev.offsession.localstack.stack.StackState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The health of a stack, for people and for programs. */
final class StatusText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StatusText() {}

  static String text(List<PartHealth> parts, Colors colors) {
    return parts.stream().map(part -> line(part, colors)).collect(Collectors.joining());
  }

  private static String line(PartHealth part, Colors colors) {
    String mark = part.healthy() ? colors.good("[ok]  ") : colors.bad("[down]");
    return String.format(Locale.ROOT, "  %s %-18s %s%n", mark, part.part(), part.address());
  }

  static String json(StackState state, List<PartHealth> parts) {
    ObjectNode json = JSON.createObjectNode();
    json.put("healthy", parts.stream().allMatch(PartHealth::healthy));
    json.put("pid", state.pid());
    json.put("port_base", state.portBase());
    json.put("stripe", state.usesTestAccount() ? "test" : "simulator");
    ArrayNode array = json.putArray("parts");
    parts.forEach(part ->
        array
            .addObject()
            .put("name", part.part())
            .put("address", part.address())
            .put("healthy", part.healthy()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }
}
