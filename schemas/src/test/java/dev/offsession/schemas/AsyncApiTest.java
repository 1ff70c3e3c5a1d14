package dev.offsession.schemas;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The AsyncAPI file says what the topic table says. */
class AsyncApiTest {

  private static final Path FILE = Path.of("src/main/asyncapi/asyncapi.yaml");

  private final Map<String, Object> file = load();

  @Test
  void isAsyncApi3() {
    assertThat(file.get("asyncapi")).isEqualTo("3.0.0");
  }

  @Test
  void describesExactlyTheTopicsOfTheTable() {
    Set<String> addresses =
        map(file, "channels").values().stream()
            .map(channel -> String.valueOf(asMap(channel).get("address")))
            .collect(Collectors.toSet());

    assertThat(addresses)
        .isEqualTo(Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource
  void givesEachTopicItsPartitionsAndSettings(Topic topic) {
    Map<String, Object> kafka = map(map(channel(topic), "bindings"), "kafka");
    Map<String, String> settings =
        map(kafka, "topicConfiguration").entrySet().stream()
            .collect(toMap(Map.Entry::getKey, setting -> asText(setting.getValue())));

    assertThat(kafka.get("topic")).isEqualTo(topic.topicName());
    assertThat(kafka.get("partitions")).isEqualTo(topic.partitions());
    assertThat(settings).isEqualTo(topic.settings());
  }

  @ParameterizedTest
  @EnumSource
  void givesEachTopicItsOneRecord(Topic topic) {
    Map<String, Object> messages = map(channel(topic), "messages");
    assertThat(messages).hasSize(1);

    Map<String, Object> message = resolve(asMap(messages.values().iterator().next()));
    Map<String, Object> payload = map(message, "payload");
    String schema = String.valueOf(map(payload, "schema").get("$ref"));

    assertThat(payload.get("schemaFormat"))
        .isEqualTo("application/vnd.apache.avro+json;version=1.9.0");
    assertThat(SchemaSources.parse(FILE.resolveSibling(schema).normalize()))
        .isEqualTo(SchemaSources.current(topic));
  }

  @ParameterizedTest
  @EnumSource
  void hasOneOperationForEachTopic(Topic topic) {
    List<Map<String, Object>> operations =
        map(file, "operations").values().stream()
            .map(AsyncApiTest::asMap)
            .filter(operation -> resolve(map(operation, "channel")).equals(channel(topic)))
            .toList();

    assertThat(operations).hasSize(1);
    assertThat(operations.getFirst().get("action")).isIn("send", "receive");
  }

  @Test
  void referencesOnlyWhatItHas() {
    assertThat(references(file)).isNotEmpty().allSatisfy(this::follow);
  }

  private void follow(String reference) {
    if (reference.startsWith("#/")) {
      assertThat(resolve(Map.of("$ref", reference))).as(reference).isNotEmpty();
    } else {
      assertThat(FILE.resolveSibling(reference)).exists();
    }
  }

  private Map<String, Object> channel(Topic topic) {
    return map(file, "channels").values().stream()
        .map(AsyncApiTest::asMap)
        .collect(toMap(c -> String.valueOf(c.get("address")), Function.identity()))
        .getOrDefault(topic.topicName(), Map.of());
  }

  private Map<String, Object> resolve(Map<String, Object> node) {
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    Map<String, Object> found = file;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      found = map(found, step);
    }
    return resolve(found);
  }

  private static List<String> references(Object node) {
    return switch (node) {
      case Map<?, ?> map when map.get("$ref") instanceof String reference -> List.of(reference);
      case Map<?, ?> map -> map.values().stream().flatMap(v -> references(v).stream()).toList();
      case List<?> list -> list.stream().flatMap(v -> references(v).stream()).toList();
      default -> List.of();
    };
  }

  private static Map<String, Object> map(Map<String, Object> parent, String name) {
    assertThat(parent).containsKey(name);
    return asMap(parent.get(name));
  }

  @SuppressWarnings("unchecked") // YAML's maps have text keys here.
  private static Map<String, Object> asMap(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new AssertionError("not a map: " + node);
  }

  private static String asText(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static Map<String, Object> load() {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
