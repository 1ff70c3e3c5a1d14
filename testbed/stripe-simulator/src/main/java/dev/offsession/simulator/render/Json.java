package dev.offsession.simulator.render;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON objects field by field, with Stripe's habits: explicit nulls, Unix seconds. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  private Json() {}

  /** An empty object to fill. */
  public static Json object() {
    return new Json();
  }

  /** The text of a JSON tree. */
  public static String text(JsonNode tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /** The tree of a JSON text. */
  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  /** Adds a text, a number, a flag, a moment, a tree, a map of texts, a list, or null. */
  public Json with(String name, @Nullable Object value) {
    node.set(name, tree(value));
    return this;
  }

  /** The finished object. */
  public ObjectNode done() {
    return node;
  }

  private static JsonNode tree(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNodeFactory.instance.nullNode();
      case JsonNode ready -> ready;
      case Json unfinished -> unfinished.node;
      case Instant moment -> JsonNodeFactory.instance.numberNode(moment.getEpochSecond());
      case Map<?, ?> pairs -> mapTree(pairs);
      case Collection<?> items -> listTree(items);
      default -> MAPPER.valueToTree(value);
    };
  }

  private static JsonNode mapTree(Map<?, ?> pairs) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    pairs.forEach((name, value) -> result.set(String.valueOf(name), tree(value)));
    return result;
  }

  private static JsonNode listTree(Collection<?> items) {
    var result = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> result.add(tree(item)));
    return result;
  }
}
