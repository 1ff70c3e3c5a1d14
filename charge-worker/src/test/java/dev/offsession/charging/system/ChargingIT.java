package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.AUTHENTICATION_REQUIRED;
import static dev.offsession.schemas.ChargeEventType.PAYMENT_METHOD_REQUIRED;
import static dev.offsession.schemas.ChargeEventType.RETRY_SCHEDULED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.ChargeEvent;
import org.junit.jupiter.api.Test;

/** One charge from the request to the last event, on real parts. */
class ChargingIT {
  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;
  private final Sim sim = worker.sim;
  private final News news = worker.news;

  @Test
  void chargesASavedCard() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");

    String id = upstream.charge(payer);

    ChargeEvent paid = news.awaitLast(id, ACCEPTED, SUCCEEDED);
    assertThat(paid.getSequence()).isEqualTo(2);
    assertThat(paid.getEventId()).isEqualTo(id + "#2");
    assertThat(paid.getSuccess().getAmountReceivedMinor()).isEqualTo(1200);
    assertThat(paid.getSuccess().getChargeId()).startsWith("ch_");
    assertThat(paid.getPaymentIntentId()).startsWith("pi_");
    assertThat(paid.getCard().getPaymentMethodId()).isEqualTo(payer.card());
    assertThat(paid.getMetadata()).containsEntry("order", "o-1");
    assertThat(sim.paid(id)).hasSize(1);
  }

  @Test
  void carriesTheTraceOfTheRequestToEveryEvent() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    TraceParent trace = TraceParent.create();

    String id = trace.within(() -> upstream.charge(payer));

    assertThat(news.awaitTypes(id, ACCEPTED, SUCCEEDED))
        .allSatisfy(event -> assertThat(news.traceOf(event)).contains(trace));
  }

  @Test
  void bringsTheCustomerBackWhenTheBankWantsThem() {
    Upstream.Payer payer = upstream.payer("pm_card_authenticationRequired");
    String id = upstream.charge(payer);
    ChargeEvent needed = news.awaitLast(id, ACCEPTED, AUTHENTICATION_REQUIRED);
    assertThat(needed.getAuthentication().getPaymentMethodId()).isEqualTo(payer.card());
    assertThat(needed.getDecline().getCustomerMessageKey()).isEqualTo("authentication");
    assertThat(sim.paid(id)).isEmpty();

    new Page(sim).approve(needed.getPaymentIntentId(), payer.card());

    ChargeEvent paid = news.awaitLast(id, ACCEPTED, AUTHENTICATION_REQUIRED, SUCCEEDED);
    assertThat(paid.getPaymentIntentId()).isEqualTo(needed.getPaymentIntentId());
    assertThat(sim.paid(id)).hasSize(1);
  }

  @Test
  void asksForAnotherCardAndChargesItOnTheSameIntent() {
    Upstream.Payer payer = upstream.payer("pm_card_chargeCustomerFail");
    String id = upstream.charge(payer);
    ChargeEvent refused = news.awaitLast(id, ACCEPTED, PAYMENT_METHOD_REQUIRED);
    assertThat(refused.getDecline().getCode()).isEqualTo("generic_decline");
    upstream.saves(payer, "pm_card_visa");

    ChargeEvent paid = news.awaitLast(id, ACCEPTED, PAYMENT_METHOD_REQUIRED, SUCCEEDED);

    assertThat(paid.getPaymentIntentId()).isEqualTo(refused.getPaymentIntentId());
    assertThat(sim.paid(id)).hasSize(1);
  }

  @Test
  void triesAgainAfterInsufficientFunds() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    sim.next(payer.card(), "{\"outcome\":\"decline\",\"decline_code\":\"insufficient_funds\"}");

    String id = upstream.charge(payer);

    ChargeEvent retry = news.awaitTypes(id, ACCEPTED, RETRY_SCHEDULED, SUCCEEDED).get(1);
    assertThat(retry.getDecline().getCode()).isEqualTo("insufficient_funds");
    assertThat(retry.getRetry().getAttempt()).isEqualTo(2);
    assertThat(retry.getRetry().getAt()).isAfter(retry.getOccurredAt());
    assertThat(sim.paid(id)).hasSize(1);
    assertThat(sim.charges(id)).hasSize(2);
  }

  @Test
  void asksForACardOnAHardDecline() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    sim.next(payer.card(), "{\"outcome\":\"decline\",\"decline_code\":\"stolen_card\"}");

    String id = upstream.charge(payer);

    ChargeEvent refused = news.awaitLast(id, ACCEPTED, PAYMENT_METHOD_REQUIRED);
    assertThat(refused.getDecline().getCode()).isEqualTo("stolen_card");
    assertThat(refused.getDecline().getCustomerMessageKey()).isEqualTo("generic_decline");
    upstream.saves(payer, "pm_card_visa");
    news.awaitLast(id, ACCEPTED, PAYMENT_METHOD_REQUIRED, SUCCEEDED);
    assertThat(sim.paid(id)).hasSize(1);
  }
}
