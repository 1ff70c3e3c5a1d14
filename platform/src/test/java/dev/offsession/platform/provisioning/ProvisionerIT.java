package dev.offsession.platform.provisioning;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.avro.UnavailableException;
import dev.offsession.platform.parts.NeedsParts;
import dev.offsession.platform.parts.RealParts;
import dev.offsession.schemas.topics.Topic;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NeedsParts
class ProvisionerIT {

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void provision() {
    provisioner(RealParts.current().bootstrapServers(), RealParts.current().registryUrl())
        .provision();
  }

  @ParameterizedTest
  @EnumSource
  void makesEachTopicAndItsDeadLetterTopicAsTheTableSays(Topic topic) throws Exception {
    try (Admin admin = admin()) {
      Map<String, TopicDescription> topics =
          admin
              .describeTopics(List.of(topic.topicName(), topic.deadLetterTopicName()))
              .allTopicNames()
              .get(30, SECONDS);

      assertThat(topics.values())
          .hasSize(2)
          .allSatisfy(t -> assertThat(t.partitions()).hasSize(topic.partitions()));
      assertThat(settings(admin, topic.topicName(), topic.settings().keySet()))
          .isEqualTo(topic.settings());
      assertThat(settings(admin, topic.deadLetterTopicName(), topic.deadLetterSettings().keySet()))
          .isEqualTo(topic.deadLetterSettings());
    }
  }

  @ParameterizedTest
  @EnumSource
  void registersEachSchemaAsItsFileHasItAndHoldsItCompatible(Topic topic) throws Exception {
    JsonNode latest = get("/subjects/" + topic.subject() + "/versions/latest");

    Schema registered = new Schema.Parser().parse(latest.path("schema").asString());
    assertThat(registered).isEqualTo(new Schema.Parser().parse(SchemaFiles.textOf(topic.schema())));
    assertThat(get("/config/" + topic.subject()).path("compatibilityLevel").asString())
        .isEqualTo("FULL_TRANSITIVE");
  }

  @Test
  void changesNothingWhenItRunsAgain() throws Exception {
    List<String> before = versions();

    provision();

    assertThat(versions()).isEqualTo(before).allMatch("[1]"::equals);
  }

  @Test
  void bringsChangedSettingsBack() throws Exception {
    try (Admin admin = admin()) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, "prompt-events");
      var shorter =
          new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(shorter))).all().get(30, SECONDS);

      provision();

      assertThat(settings(admin, "prompt-events", Topic.PROMPT_EVENTS.settings().keySet()))
          .isEqualTo(Topic.PROMPT_EVENTS.settings());
    }
  }

  @Test
  void saysSoWhenTheBrokerOrTheRegistryDoesNotComeUp() {
    assertThatThrownBy(
            () -> provisioner("127.0.0.1:1", RealParts.current().registryUrl()).provision())
        .isInstanceOf(KafkaException.class);
    assertThatThrownBy(() ->
            provisioner(RealParts.current().bootstrapServers(), "http://127.0.0.1:1").provision())
        .isInstanceOf(UnavailableException.class);
  }

  private List<String> versions() throws Exception {
    List<String> versions = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      versions.add(get("/subjects/" + topic.subject() + "/versions").toString());
    }
    return versions;
  }

  private JsonNode get(String path) throws Exception {
    URI uri = URI.create(RealParts.current().registryUrl() + path);
    return JsonMapper.shared()
        .readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
  }

  private static Map<String, String> settings(
      Admin admin, String topic, java.util.Set<String> names) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config = admin.describeConfigs(List.of(resource)).all().get(30, SECONDS).get(resource);
    Map<String, String> found = new java.util.HashMap<>();
    if (config != null) {
      names.forEach(name -> found.put(name, String.valueOf(config.get(name).value())));
    }
    return found;
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", RealParts.current().bootstrapServers()));
  }

  private static Provisioner provisioner(String bootstrapServers, String registryUrl) {
    Duration patience = Duration.ofSeconds(6);
    var registry = new RegistrySettings(registryUrl, "", false, Duration.ofSeconds(5), patience);
    return new Provisioner(
        Map.of("bootstrap.servers", bootstrapServers),
        registry,
        new ProvisioningProperties(Optional.empty(), patience));
  }
}
