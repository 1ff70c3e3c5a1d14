package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractTest {
  private Simulated simulated;
  private Customer customer;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    customer = simulated.customer();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void anOffSessionSuccessTellsThreeThings() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_visa");

    PaymentIntent paid =
        simulated.confirmOffSession(simulated.payment(customer, 1200, "jpy"), card, "key-1");

    assertThat(oldestFirst("payment_intent.*", "charge.*"))
        .containsExactly("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
    Event event = events("payment_intent.succeeded").getFirst();
    assertThat(event.getApiVersion()).isEqualTo("2026-07-29.dahlia");
    assertThat(event.getRequest().getIdempotencyKey()).isEqualTo("key-1");
    assertThat(event.getRequest().getId()).startsWith("req_");
    assertThat(event.getLivemode()).isFalse();
    PaymentIntent inEvent =
        (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(inEvent.getId()).isEqualTo(paid.getId());
    assertThat(inEvent.getStatus()).isEqualTo("succeeded");
    assertThat(inEvent.getLatestCharge()).isEqualTo(paid.getLatestCharge());
  }

  @Test
  void anOffSessionDemandForTheCustomerIsAFailureNotAnAction() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_authenticationRequired");
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    Simulated.declined(() -> simulated.confirmOffSession(intent, card));

    assertThat(oldestFirst("payment_intent.*", "charge.*"))
        .containsExactly(
            "payment_intent.created", "charge.failed", "payment_intent.payment_failed");
  }

  @Test
  void savingACardTellsThatItWasAttached() throws StripeException {
    simulated.savedCard(customer, "pm_card_visa");

    assertThat(oldestFirst("setup_intent.*", "payment_method.*"))
        .containsExactly(
            "setup_intent.created", "payment_method.attached", "setup_intent.succeeded");
  }

  @Test
  void payingWithANewCardToKeepTellsThatItWasAttached() throws StripeException {
    PaymentIntent intent =
        simulated
            .stripe()
            .v1()
            .paymentIntents()
            .create(
                Simulated.order(customer, 1200, "jpy")
                    .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                    .build());

    simulated
        .stripe()
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(),
            PaymentIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());

    assertThat(oldestFirst("payment_intent.*", "payment_method.*"))
        .containsExactly(
            "payment_intent.created", "payment_method.attached", "payment_intent.succeeded");
  }

  @Test
  void anUpdateShowsWhatWasBefore() throws StripeException {
    var card = simulated.savedCard(customer, "pm_card_visa");

    simulated
        .http()
        .control(
            "/_sim/payment_methods/%s/auto_update".formatted(card.getId()),
            "{\"exp_year\":2044,\"last4\":\"4241\"}");

    Event event = events("payment_method.automatically_updated").getFirst();
    assertThat(event.getData().getPreviousAttributes()).containsOnlyKeys("card");
    assertThat(event.getData().getPreviousAttributes().get("card")).asString().contains("4242");
    assertThat(event.getRequest().getId()).isNull();
  }

  @Test
  void oneEventCanBeReadForThirtyDays() throws StripeException {
    Event event = events("customer.created").getFirst();

    Event read = simulated.stripe().v1().events().retrieve(event.getId());
    simulated.http().control("/_sim/clock", "{\"advance\":\"P31D\"}");

    assertThat(read.getType()).isEqualTo("customer.created");
    assertThatThrownBy(() -> simulated.stripe().v1().events().retrieve(event.getId()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void typeAndTypesExcludeEachOther() {
    assertThatThrownBy(() ->
            simulated
                .stripe()
                .v1()
                .events()
                .list(
                    EventListParams.builder()
                        .setType("customer.created")
                        .addType("customer.updated")
                        .build()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment_intent.created",
        "payment_intent.succeeded",
        "payment_intent.payment_failed",
        "payment_intent.requires_action",
        "payment_intent.processing",
        "payment_intent.canceled",
        "payment_intent.amount_capturable_updated",
        "charge.succeeded",
        "charge.failed",
        "charge.pending",
        "charge.captured",
        "charge.refunded",
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "refund.created",
        "setup_intent.created",
        "setup_intent.succeeded",
        "setup_intent.requires_action",
        "setup_intent.setup_failed",
        "setup_intent.canceled",
        "payment_method.attached",
        "payment_method.detached",
        "payment_method.updated",
        "payment_method.automatically_updated",
        "customer.created",
        "customer.updated",
        "customer.deleted"
      })
  void anyTypeCanBeTriggered(String type) throws StripeException {
    var triggered = simulated.http().control("/_sim/trigger", "{\"type\":\"%s\"}".formatted(type));

    Event event = simulated.stripe().v1().events().retrieve(triggered.get("id").asString());
    assertThat(event.getType()).isEqualTo(type);
    assertThat(event.getDataObjectDeserializer().getObject()).isPresent();
  }

  private List<Event> events(String type) throws StripeException {
    return simulated
        .stripe()
        .v1()
        .events()
        .list(EventListParams.builder().setType(type).build())
        .getData();
  }

  private List<String> oldestFirst(String... types) throws StripeException {
    return simulated
        .stripe()
        .v1()
        .events()
        .list(EventListParams.builder().addAllType(List.of(types)).setLimit(100L).build())
        .getData()
        .reversed()
        .stream()
        .map(Event::getType)
        .toList();
  }
}
