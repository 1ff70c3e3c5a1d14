package dev.offsession.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.localstack.stack.Health.PartHealth;
import dev.offsession.localstack.stack.StackState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusTest {
  private static final StackState STATE = new StackState(4711, Instant.EPOCH, 8080, "whsec_dev_1");
  private static final List<PartHealth> ONE_DOWN =
      List.of(
          new PartHealth("charge-worker", "http://127.0.0.1:8081", true),
          new PartHealth("broker", "127.0.0.1:8089", false));

  @Nested
  class ForPeople {
    @Test
    void marksWhatIsDown() {
      String text = StatusText.text(ONE_DOWN, Colors.none());

      assertThat(text.lines())
          .containsExactly(
              "  [ok]   charge-worker      http://127.0.0.1:8081",
              "  [down] broker             127.0.0.1:8089");
    }
  }

  @Nested
  class ForPrograms {
    @Test
    void isHealthyOnlyIfEveryPartIs() {
      JsonNode json = new JsonMapper().readTree(StatusText.json(STATE, ONE_DOWN));

      assertThat(json.path("healthy").asBoolean()).isFalse();
      assertThat(json.path("parts").path(1).path("name").asString()).isEqualTo("broker");
      assertThat(json.path("port_base").asInt()).isEqualTo(8080);
    }
  }

  @Nested
  class ForAShell {
    @Test
    void printsEveryPromisedVariable() {
      assertThat(EnvLines.of(STATE, Map.of()).lines())
          .containsExactly(
              "OFFSESSION_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:8089",
              "OFFSESSION_SCHEMA_REGISTRY_URL=http://127.0.0.1:8085/apis/ccompat/v7",
              "OFFSESSION_MONGODB_URI=mongodb://127.0.0.1:8087",
              "OFFSESSION_STRIPE_API_BASE=http://127.0.0.1:8086",
              "OFFSESSION_STRIPE_SECRET_KEY=sk_test_offsession_dev",
              "OFFSESSION_STRIPE_PUBLISHABLE_KEY=pk_test_offsession_dev",
              "OFFSESSION_STRIPE_WEBHOOK_SECRET=whsec_dev_1",
              "OFFSESSION_API_KEY=dev_api_key",
              "OFFSESSION_PAYMENT_COLLECTOR_URL=http://127.0.0.1:8080",
              "OFFSESSION_CHARGE_WORKER_URL=http://127.0.0.1:8081",
              "OFFSESSION_WEBHOOK_INGEST_URL=http://127.0.0.1:8082",
              "OFFSESSION_WEBHOOK_PATH=/webhooks/stripe/default",
              "OFFSESSION_NOTIFIER_URL=http://127.0.0.1:8083",
              "OFFSESSION_INBOX_URL=http://127.0.0.1:8084");
    }

    @Test
    void takesTheKeysOfARealAccountFromTheCaller() {
      StackState real = new StackState(4711, Instant.EPOCH, 8080, null);

      assertThat(EnvLines.of(real, Map.of("STRIPE_SECRET_KEY", "sk_test_1")))
          .contains("OFFSESSION_STRIPE_API_BASE=https://api.stripe.com\n")
          .contains("OFFSESSION_STRIPE_SECRET_KEY=sk_test_1\n");
    }
  }
}
