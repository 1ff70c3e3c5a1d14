package dev.offsession.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Nested
  class Broker {
    @Test
    void createsTopicsOnDemandOnly() throws Exception {
      try (Admin admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  SharedParts.kafka().bootstrapServers()))) {
        admin.createTopics(List.of(new NewTopic("parts-test", 3, (short) 1))).all().get();

        var topics = admin.listTopics().names().get(10, TimeUnit.SECONDS);

        assertThat(topics).contains("parts-test");
      }
    }

    @Test
    void isTheSameForTheWholeJvm() {
      assertThat(SharedParts.kafka()).isSameAs(SharedParts.kafka());
    }
  }

  @Nested
  class Mongo {
    @Test
    void saysHelloAsThePrimary() {
      try (var client = MongoClients.create(SharedParts.mongo().uri())) {
        var hello = client.getDatabase("any").runCommand(new Document("hello", 1));

        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        assertThat(hello.getInteger("maxWireVersion")).isPositive();
      }
    }
  }

  @Nested
  class Registry {
    private static final String V1 =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}";
    private static final String WITHOUT_DEFAULT =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"},"
            + "{\"name\":\"b\",\"type\":\"string\"}]}";

    @Test
    void refusesSchemasThatOldReadersCannotRead() throws Exception {
      assertThat(register("parts-test-value", V1).statusCode()).isEqualTo(200);

      HttpResponse<String> refused = register("parts-test-value", WITHOUT_DEFAULT);

      assertThat(refused.statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> register(String subject, String schema) throws Exception {
      String body = "{\"schema\":\"" + schema.replace("\"", "\\\"") + "\"}";
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      SharedParts.registry().ccompatUrl() + "/subjects/" + subject + "/versions"))
              .header("Content-Type", "application/vnd.schemaregistry.v1+json")
              .POST(BodyPublishers.ofString(body))
              .build();
      try (HttpClient http = HttpClient.newHttpClient()) {
        return http.send(request, BodyHandlers.ofString());
      }
    }
  }
}
