package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.AUTHENTICATION_REQUIRED;
import static dev.offsession.schemas.ChargeEventType.CANCELED;
import static dev.offsession.schemas.ChargeEventType.CONFLICTING_DUPLICATE;
import static dev.offsession.schemas.ChargeEventType.EXPIRED;
import static dev.offsession.schemas.ChargeEventType.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.schemas.ChargeEventType.REJECTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that come again, come late, come wrong, or are withdrawn. */
class RequestsIT {
  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;
  private final Sim sim = worker.sim;
  private final News news = worker.news;

  @Test
  void chargesOnceHoweverOftenTheRequestComes() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    ChargeRequested request = Upstream.request(payer.reference()).build();

    for (int i = 0; i < 5; i++) {
      upstream.publish(Topic.CHARGE_REQUESTED, payer.reference(), request);
    }

    news.awaitTypes(request.getRequestId(), ACCEPTED, SUCCEEDED);
    assertThat(sim.charges(request.getRequestId())).hasSize(1);
  }

  @Test
  void answersTheSameIdWithAnotherAmountAndLetsTheFirstStand() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    String id = upstream.charge(payer);
    news.awaitTypes(id, ACCEPTED, SUCCEEDED);

    upstream.charge(payer, request -> request.setRequestId(id).setAmountMinor(999_900));

    ChargeEvent conflict = news.awaitLast(id, ACCEPTED, SUCCEEDED, CONFLICTING_DUPLICATE);
    assertThat(conflict.getSequence()).isZero();
    assertThat(conflict.getEventId()).startsWith(id + "#conflict-");
    assertThat(conflict.getRejection().getReasonCode()).isEqualTo("conflicting_duplicate");
    assertThat(sim.charges(id)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, JPY, amount_not_positive",
    "1, JPY, amount_too_small",
    "1234, KWD, amount_not_a_multiple",
    "1200, XXX, currency_unknown",
  })
  void rejectsWhatCannotBeCharged(long amount, String currency, String reason) {
    Upstream.Payer payer = upstream.payer("pm_card_visa");

    String id =
        upstream.charge(payer, request -> request.setAmountMinor(amount).setCurrency(currency));

    ChargeEvent rejected = news.awaitLast(id, REJECTED);
    assertThat(rejected.getSequence()).isEqualTo(1);
    assertThat(rejected.getRejection().getReasonCode()).isEqualTo(reason);
    assertThat(sim.charges(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1230, KWD", "50000, ISK", "500, UGX"})
  void chargesTheAmountAsStripeCountsIt(long amount, String currency) {
    Upstream.Payer payer = upstream.payer("pm_card_visa");

    String id =
        upstream.charge(payer, request -> request.setAmountMinor(amount).setCurrency(currency));

    news.awaitTypes(id, ACCEPTED, SUCCEEDED);
    assertThat(sim.paid(id).getFirst().path("amount").asLong()).isEqualTo(amount);
  }

  @Test
  void rejectsAnUnknownCustomerAfterAGrace() {
    ChargeRequested request = Upstream.request(Upstream.newId("nobody")).build();

    upstream.publish(Topic.CHARGE_REQUESTED, request.getCustomerReference(), request);

    ChargeEvent rejected = news.awaitLast(request.getRequestId(), ACCEPTED, REJECTED);
    assertThat(rejected.getRejection().getReasonCode()).isEqualTo("customer_unknown");
  }

  @Test
  void chargesACustomerWhoIsHeardOfWithinTheGrace() {
    String stripeId = sim.newCustomer();
    Upstream.Payer payer =
        new Upstream.Payer(
            Upstream.newId("late"), stripeId, List.of(sim.attach(stripeId, "pm_card_visa")), 1);
    String id = upstream.charge(payer);
    news.awaitTypes(id, ACCEPTED);

    upstream.tell(payer);

    news.awaitTypes(id, ACCEPTED, SUCCEEDED);
  }

  @Test
  void asksACustomerWithoutACardAndChargesTheOneTheySave() {
    Upstream.Payer payer = upstream.payer();
    String id = upstream.charge(payer);
    ChargeEvent needed = news.awaitLast(id, ACCEPTED, PAYMENT_METHOD_REQUIRED);
    assertThat(needed.getPaymentIntentId()).isNull();
    assertThat(needed.getDecline().getCustomerMessageKey()).isEqualTo("no_payment_method");

    upstream.saves(payer, "pm_card_visa");

    news.awaitTypes(id, ACCEPTED, PAYMENT_METHOD_REQUIRED, SUCCEEDED);
    assertThat(sim.paid(id)).hasSize(1);
  }

  @Test
  void cancelsTheIntentBeforeItSaysSo() {
    Upstream.Payer payer = upstream.payer("pm_card_authenticationRequired");
    String id = upstream.charge(payer);
    ChargeEvent needed = news.awaitLast(id, ACCEPTED, AUTHENTICATION_REQUIRED);

    upstream.cancel(id, "out of stock");

    ChargeEvent canceled = news.awaitLast(id, ACCEPTED, AUTHENTICATION_REQUIRED, CANCELED);
    assertThat(canceled.getCancellation().getReason()).isEqualTo("out of stock");
    assertThat(statusOf(needed.getPaymentIntentId())).isEqualTo("canceled");
  }

  @Test
  void keepsACancellationThatOvertakesItsRequest() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    ChargeRequested request = Upstream.request(payer.reference()).build();
    upstream.cancel(request.getRequestId(), "changed my mind");
    worker.awaitCancellationKept(request.getRequestId());

    upstream.publish(Topic.CHARGE_REQUESTED, payer.reference(), request);

    news.awaitTypes(request.getRequestId(), ACCEPTED, CANCELED);
    assertThat(sim.charges(request.getRequestId())).isEmpty();
  }

  @Test
  void expiresUnpaidChargesAndCancelsTheirIntents() {
    Upstream.Payer payer = upstream.payer("pm_card_authenticationRequired");
    Instant soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofSeconds(6));

    String id = upstream.charge(payer, request -> request.setExpiresAt(soon));

    List<ChargeEvent> told = news.awaitTypes(id, ACCEPTED, AUTHENTICATION_REQUIRED, EXPIRED);
    assertThat(told.getFirst().getExpiresAt()).isEqualTo(soon);
    assertThat(statusOf(told.getLast().getPaymentIntentId())).isEqualTo("canceled");
  }

  private String statusOf(String intent) {
    return Sim.call(() -> sim.stripe().v1().paymentIntents().retrieve(intent)).getStatus();
  }
}
