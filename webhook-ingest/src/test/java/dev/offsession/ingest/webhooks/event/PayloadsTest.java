package dev.offsession.ingest.webhooks.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Event;
import com.stripe.net.ApiResource;
import dev.offsession.ingest.webhooks.event.Payloads.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Payloads of Stripe's own making, not of ours. */
class PayloadsTest {

  private static final Set<String> TAKEN_OUT =
      Set.of("client_secret", "email", "receipt_email", "name", "phone", "address", "ip_address");

  private final EventReader reader = new EventReader();
  private final JsonMapper json = new JsonMapper();

  static Stream<Payload> ofEveryTypeAndVersion() {
    return Payloads.API_VERSIONS.stream().flatMap(version -> Payloads.ofEveryType("1", version));
  }

  static Stream<Payload> ofEveryType() {
    return Payloads.ofEveryType("1", Payloads.API_VERSIONS.getFirst());
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("ofEveryTypeAndVersion")
  void areReadWhateverTheirTypeAndVersion(Payload payload) throws Exception {
    JsonNode original = json.readTree(payload.body());

    ReceivedEvent event = reader.read(payload.body());

    assertThat(event.id()).isEqualTo(payload.id());
    assertThat(event.type()).isEqualTo(payload.type());
    assertThat(event.apiVersion()).isEqualTo(original.path("api_version").stringValue(null));
    assertThat(event.created()).isEqualTo(Instant.ofEpochSecond(1_795_000_000));
    assertThat(event.objectId()).isEqualTo(original.at("/data/object/id").asString());
    assertThat(event.objectType()).isEqualTo(payload.object());
    assertThat(event.idempotencyKey()).isEqualTo("0123:confirm:1");
    assertThat(event.livemode()).isFalse();
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("ofEveryType")
  void losePersonalDataAndSecretsAndNothingElse(Payload payload) throws Exception {
    JsonNode original = json.readTree(payload.body());
    JsonNode published = json.readTree(payloadOf(payload));

    assertThat(published).isEqualTo(without(original));
    assertThat(published.toString()).doesNotContain("_secret_", "@stripe.com", "127.0.0.1");
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("ofEveryType")
  void canStillBeReadByStripesOwnLibrary(Payload payload) throws Exception {
    Event event = ApiResource.GSON.fromJson(payloadOf(payload), Event.class);

    assertThat(event.getId()).isEqualTo(payload.id());
    assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
  }

  @Test
  void includeTheEventOfStripesFixtures() throws Exception {
    ReceivedEvent event = reader.read(Payloads.object("event").getBytes(UTF_8));

    assertThat(event.type()).isEqualTo("plan.created");
    assertThat(event.objectId()).startsWith("price_");
    assertThat(event.apiVersion()).isNull();
    assertThat(event.idempotencyKey()).isNull();
  }

  @Test
  void coverEveryTypeOfTheObjectsWeRead() {
    assertThat(ofEveryType().map(Payload::type))
        .contains(
            "payment_intent.partially_funded",
            "setup_intent.setup_failed",
            "payment_method.automatically_updated")
        .filteredOn(type -> type.matches("(payment_intent|setup_intent|payment_method)\\..*"))
        .as("stripe-java's list of the three kinds")
        .hasSameElementsAs(typesThatStripeKnows());
  }

  private static List<String> typesThatStripeKnows() {
    return Stream.of(com.stripe.param.WebhookEndpointCreateParams.EnabledEvent.values())
        .map(com.stripe.param.WebhookEndpointCreateParams.EnabledEvent::getValue)
        .filter(type -> type.matches("(payment_intent|setup_intent|payment_method)\\..*"))
        .toList();
  }

  private String payloadOf(Payload payload) throws UnusableEventException {
    return UTF_8.decode(reader.read(payload.body()).payload()).toString();
  }

  /** The same by another way: on the tree instead of on the bytes. */
  private JsonNode without(JsonNode node) {
    if (node.isObject()) {
      var copy = json.createObjectNode();
      node.forEachEntry((name, value) ->
          copy.set(name, TAKEN_OUT.contains(name) ? json.nullNode() : without(value)));
      return copy;
    }
    if (node.isArray()) {
      var copy = json.createArrayNode();
      node.forEach(element -> copy.add(without(element)));
      return copy;
    }
    return node;
  }
}
