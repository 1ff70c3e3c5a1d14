package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import com.stripe.param.WebhookEndpointCreateParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String SECRET = "whsec_contract";

  private Receiver receiver;
  private Simulated simulated;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
    simulated = Simulated.start(settings -> settings.withWebhook(receiver.url(), SECRET));
  }

  @AfterEach
  void stop() {
    simulated.close();
    receiver.close();
  }

  @Test
  void deliveriesPassStripesOwnVerification() throws Exception {
    Customer customer = simulated.customer();

    Receiver.Delivery delivery = receiver.await(1, WebhookTest::customerCreated).getFirst();

    Event event = Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET);
    Customer inEvent = (Customer) event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(inEvent.getId()).isEqualTo(customer.getId());
    assertThat(event.getPendingWebhooks()).isEqualTo(1);
    assertThat(delivery.userAgent()).startsWith("Stripe/1.0");
  }

  @Test
  void failuresAreTriedAgainWithTheSameBodyAndAFreshSignature() throws Exception {
    receiver.answerNext(500, 302);
    simulated.customer();
    receiver.await(1, WebhookTest::customerCreated);

    awaitAttempts(1);
    simulated.http().control("/_sim/clock", "{\"advance\":\"PT1S\"}");
    receiver.await(2, WebhookTest::customerCreated);
    awaitAttempts(2);
    simulated.http().control("/_sim/clock", "{\"advance\":\"PT5S\"}");
    List<Receiver.Delivery> all = receiver.await(3, WebhookTest::customerCreated);

    assertThat(all).extracting(Receiver.Delivery::body).containsOnly(all.getFirst().body());
    Webhook.constructEvent(all.getLast().body(), all.getLast().signature(), SECRET);
    awaitAttempts(3);
    assertThat(simulated.http().look("/_sim/deliveries").at("/data/2/status").asInt())
        .isEqualTo(200);
  }

  @Test
  void undeliveredEventsCanBeListed() throws Exception {
    mode("{\"drop\":1,\"timing\":\"before_reply\"}");

    simulated.customer();

    assertThat(events(false)).extracting(Event::getType).containsExactly("customer.created");
    assertThat(events(true)).isEmpty();
    assertThat(receiver.all()).isEmpty();
  }

  @Test
  void anEventCanBeDeliveredAgain() throws Exception {
    simulated.customer();
    receiver.await(1, WebhookTest::customerCreated);
    String event = events(null).getFirst().getId();

    simulated.http().control("/_sim/webhooks/redeliver", "{\"event\":\"%s\"}".formatted(event));

    assertThat(receiver.await(2, WebhookTest::customerCreated))
        .allMatch(delivery -> delivery.has(event));
  }

  @Test
  void duplicatesComeOnDemand() throws Exception {
    mode("{\"duplicate\":2}");

    simulated.customer();

    assertThat(receiver.await(3, WebhookTest::customerCreated)).hasSize(3);
  }

  @Test
  void aShareOfTheEventsComesTwice() throws Exception {
    mode("{\"duplicate_share\":1}");
    simulated.customer();
    assertThat(receiver.await(2, WebhookTest::customerCreated)).hasSize(2);
  }

  @Test
  void aBadSignatureIsReallyBad() throws Exception {
    mode("{\"bad_signature\":true}");
    simulated.customer();

    Receiver.Delivery delivery = receiver.await(1, WebhookTest::customerCreated).getFirst();

    assertThatThrownBy(() -> Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void anOldTimestampIsOutsideTheTolerance() throws Exception {
    mode("{\"old_timestamp\":true}");
    simulated.customer();

    Receiver.Delivery delivery = receiver.await(1, WebhookTest::customerCreated).getFirst();

    assertThatThrownBy(() -> Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET))
        .isInstanceOf(SignatureVerificationException.class)
        .hasMessageContaining("tolerance");
    assertThat(Webhook.Signature.verifyHeader(delivery.body(), delivery.signature(), SECRET, 0))
        .isTrue();
  }

  @Test
  void aThinNotificationIsNoEvent() throws Exception {
    mode("{\"thin\":true}");
    simulated.customer();

    Receiver.Delivery delivery =
        receiver.await(1, candidate -> candidate.has("v2.core.event")).getFirst();

    assertThatThrownBy(() -> Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherApiVersionLeavesTypedParsingEmpty() throws Exception {
    mode("{\"api_version\":\"2025-09-30.clover\"}");
    simulated.customer();

    Receiver.Delivery delivery = receiver.await(1, WebhookTest::customerCreated).getFirst();

    Event event = Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET);
    assertThat(event.getDataObjectDeserializer().getObject()).isEmpty();
  }

  @Test
  void whileASecretIsRotatedBothSign() throws Exception {
    String endpoint =
        simulated.stripe().v1().webhookEndpoints().list().getData().getFirst().getId();
    String fresh =
        simulated
            .http()
            .control("/_sim/webhooks/%s/rotate".formatted(endpoint), "{\"keep_old_seconds\":3600}")
            .get("secret")
            .asString();
    simulated.customer();
    Receiver.Delivery during = receiver.await(1, WebhookTest::customerCreated).getFirst();

    simulated.http().control("/_sim/clock", "{\"advance\":\"PT2H\"}");
    simulated.customer();
    Receiver.Delivery after = receiver.await(2, WebhookTest::customerCreated).getLast();

    Webhook.constructEvent(during.body(), during.signature(), SECRET);
    Webhook.constructEvent(during.body(), during.signature(), fresh);
    Webhook.constructEvent(after.body(), after.signature(), fresh);
    assertThatThrownBy(() -> Webhook.constructEvent(after.body(), after.signature(), SECRET))
        .isInstanceOf(SignatureVerificationException.class);
  }

  @Test
  void eventsCanOvertakeTheReply() throws Exception {
    mode("{\"timing\":\"before_reply\"}");

    simulated.customer();

    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void anEndpointGetsOnlyWhatItAskedFor() throws Exception {
    simulated
        .stripe()
        .v1()
        .webhookEndpoints()
        .create(
            WebhookEndpointCreateParams.builder()
                .setUrl(receiver.url())
                .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CUSTOMER__DELETED)
                .build());
    mode("{\"timing\":\"before_reply\"}");

    Customer customer = simulated.customer();
    simulated.stripe().v1().customers().delete(customer.getId());

    assertThat(receiver.await(2, delivery -> delivery.has("\"customer.deleted\""))).hasSize(2);
    assertThat(receiver.await(1, WebhookTest::customerCreated)).hasSize(1);
  }

  private static boolean customerCreated(Receiver.Delivery delivery) {
    return delivery.has("\"customer.created\"");
  }

  private void mode(String json) {
    simulated.http().control("/_sim/webhooks/mode", json);
  }

  /** A retry is planned only when the attempt before it has been logged. */
  private void awaitAttempts(int count) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (simulated.http().look("/_sim/deliveries").get("data").size() >= count) {
        Thread.sleep(20);
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("Fewer than %d attempts".formatted(count));
  }

  private List<Event> events(@org.jspecify.annotations.Nullable Boolean delivered)
      throws StripeException {
    return simulated
        .stripe()
        .v1()
        .events()
        .list(EventListParams.builder().setDeliverySuccess(delivered).build())
        .getData();
  }
}
