package dev.offsession.simulator.form;

import dev.offsession.simulator.engine.MetadataPatch;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call, read strictly: {@link #finish} refuses what nobody has asked for.
 *
 * <p>Not thread-safe; one call, one reader.
 */
public final class Params {
  private final Map<String, Object> tree;
  private final String prefix;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Params> children = new HashMap<>();

  Params(Map<String, Object> tree) {
    this(tree, "");
  }

  private Params(Map<String, Object> tree, String prefix) {
    this.tree = tree;
    this.prefix = prefix;
  }

  /** Whether the parameter was sent, empty or not. */
  public boolean has(String name) {
    known.add(name);
    return tree.containsKey(name);
  }

  /** A text; null when absent or empty. */
  public @Nullable String text(String name) {
    known.add(name);
    return switch (tree.get(name)) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      default -> throw Refusal.invalid(path(name), "Invalid string: " + path(name));
    };
  }

  /** A text, or what holds when it is absent or empty. */
  public String text(String name, String otherwise) {
    String value = text(name);
    return value == null ? otherwise : value;
  }

  /** A text that must be there. */
  public String required(String name) {
    String value = text(name);
    if (value == null) {
      throw has(name)
          ? Refusal.invalid(
              "parameter_invalid_empty",
              path(name),
              "You passed an empty string for '%s'.".formatted(path(name)))
          : Refusal.missing(path(name));
    }
    return value;
  }

  /** One of some words; null when absent. */
  public @Nullable String oneOf(String name, String... allowed) {
    String value = text(name);
    if (value != null && !List.of(allowed).contains(value)) {
      throw Refusal.invalid(
          path(name),
          "Invalid %s: must be one of %s".formatted(path(name), String.join(", ", allowed)));
    }
    return value;
  }

  /** A whole number; null when absent. */
  public @Nullable Long integer(String name) {
    if (!has(name)) {
      return null;
    }
    String value = required(name);
    if (!value.matches("-?\\d{1,18}")) {
      throw Refusal.invalid("parameter_invalid_integer", path(name), "Invalid integer: " + value);
    }
    return Long.valueOf(value);
  }

  /** A whole number that must be there. */
  public long requiredInteger(String name) {
    Long value = integer(name);
    if (value == null) {
      throw Refusal.missing(path(name));
    }
    return value;
  }

  /** A flag; null when absent. */
  public @Nullable Boolean flag(String name) {
    return switch (text(name)) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw Refusal.invalid(path(name), "Invalid boolean: " + text(name));
    };
  }

  /** A flag that is false when absent. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(flag(name));
  }

  /** What an update wants of a text. */
  public Patch<String> patch(String name) {
    return patch(name, this::required);
  }

  /** What an update wants of a value that a reader can read when it is there and not empty. */
  public <T> Patch<T> patch(String name, Function<String, T> reader) {
    if (!has(name)) {
      return new Patch.Keep<>();
    }
    return "".equals(tree.get(name)) ? new Patch.Clear<>() : new Patch.Set<>(reader.apply(name));
  }

  /** A list of texts, in any of the three spellings; empty when absent. */
  public List<String> texts(String name) {
    known.add(name);
    return switch (tree.get(name)) {
      case null -> List.of();
      case String text -> text.isEmpty() ? List.of() : List.of(text);
      case Map<?, ?> items -> items.values().stream().map(item -> element(name, item)).toList();
      default -> throw Refusal.invalid(path(name), "Invalid array");
    };
  }

  /** The parameters inside a parameter; empty ones when absent. */
  public Params object(String name) {
    known.add(name);
    return children.computeIfAbsent(
        name,
        _ ->
            new Params(tree.get(name) instanceof Map<?, ?> map ? copy(map) : Map.of(), path(name)));
  }

  /** Key-value pairs. */
  public MetadataPatch metadata(String name) {
    known.add(name);
    return switch (tree.get(name)) {
      case null -> MetadataPatch.NONE;
      case Map<?, ?> pairs -> new MetadataPatch(false, pairs(name, pairs));
      default -> new MetadataPatch(true, Map.of());
    };
  }

  /** Every value below a parameter, under its path inside it: {@code address[city]}. */
  public Map<String, String> leaves(String name) {
    known.add(name);
    return peekLeaves(name);
  }

  /** A text without asking for it: the parameter stays unknown to {@link #finish}. */
  public @Nullable String peek(String name) {
    return tree.get(name) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** The values below a parameter without asking for them. */
  public Map<String, String> peekLeaves(String name) {
    Map<String, String> result = new LinkedHashMap<>();
    if (tree.get(name) instanceof Map<?, ?> map) {
      copy(map).forEach((key, value) -> collect(key, value, result));
    }
    return result;
  }

  /** Accepts parameters that Stripe knows and the simulator has no use for. */
  public void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Refuses every parameter that nobody asked for. */
  public void finish() {
    for (String name : tree.keySet()) {
      if (!known.contains(name)) {
        throw Refusal.invalid(
            "parameter_unknown", path(name), "Received unknown parameter: " + path(name));
      }
    }
    children.values().forEach(Params::finish);
  }

  /** All values with their paths, sorted: the same for every order of sending. */
  public String canonical() {
    Map<String, String> all = new TreeMap<>();
    tree.forEach((key, value) -> collect(key, value, all));
    return all.entrySet().stream()
        .map(entry -> entry.getKey() + '=' + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** All values with their paths, for the request log; card details are masked. */
  public Map<String, String> forLog() {
    Map<String, String> all = new TreeMap<>();
    tree.forEach((key, value) -> collect(key, value, all));
    all.replaceAll(
        (key, value) -> key.matches(".*(number|cvc|secret)].*|client_secret|key") ? "***" : value);
    return all;
  }

  private Map<String, String> pairs(String name, Map<?, ?> pairs) {
    Map<String, String> result = new LinkedHashMap<>();
    pairs.forEach((key, value) -> result.put(String.valueOf(key), element(name, value)));
    return result;
  }

  private String element(String name, @Nullable Object item) {
    if (item instanceof String text) {
      return text;
    }
    throw Refusal.invalid(path(name), "Invalid value inside " + path(name));
  }

  private static void collect(String path, @Nullable Object value, Map<String, String> target) {
    if (value instanceof Map<?, ?> map) {
      copy(map).forEach((key, inner) -> collect(path + '[' + key + ']', inner, target));
    } else {
      target.put(path, String.valueOf(value));
    }
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    List<Object> keys = new ArrayList<>(map.keySet());
    keys.forEach(
        key -> result.put(String.valueOf(key), java.util.Objects.requireNonNull(map.get(key))));
    return result;
  }

  private String path(String name) {
    return prefix.isEmpty() ? name : prefix + '[' + name + ']';
  }
}
