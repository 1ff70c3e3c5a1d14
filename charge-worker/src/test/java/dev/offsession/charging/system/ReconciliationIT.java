package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.PaymentIntentCreateParams;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The report of what was paid, against Stripe itself; other tests' charges are in it too. */
class ReconciliationIT {
  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;
  private final News news = worker.news;

  @Test
  void balancesWhatWeChargedAndLeavesOtherSystemsAlone() {
    Instant from = Instant.now().minusSeconds(2);
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    String id = upstream.charge(payer);
    news.awaitTypes(id, ACCEPTED, SUCCEEDED);
    pay(payer, "somebody_elses_id", "x");

    JsonNode report = report(from);

    assertThat(kindsOf(report, id)).isEmpty();
    assertThat(totalCount(report, "stripe")).isPositive();
    assertThat(report.path("store").path(0).path("amount_minor").asLong()).isPositive();
    assertThat(kindsOf(report, "x")).isEmpty();
  }

  @Test
  void findsAPaymentThatTheStoreDoesNotKnow() {
    Instant from = Instant.now().minusSeconds(2);
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    String lost = Upstream.newId("lost");
    pay(payer, "offsession_request_id", lost);

    JsonNode report = report(from);

    assertThat(report.path("balanced").asBoolean()).isFalse();
    assertThat(kindsOf(report, lost)).containsExactly("paid_not_in_store");
  }

  @Test
  void refusesATimeThatIsNone() {
    for (String query :
        List.of(
            "",
            "?from=2026-11-23T00:00:00Z",
            "?from=yesterday&to=today",
            "?from=2026-11-23T00:00:00Z&to=2026-11-23T00:00:00Z",
            "?from=2026-01-01T00:00:00Z&to=2026-11-23T00:00:00Z")) {
      assertThat(worker.get("/v1/reconciliation" + query).statusCode()).as(query).isEqualTo(400);
    }
  }

  private JsonNode report(Instant from) {
    return worker.json("/v1/reconciliation?from=" + from + "&to=" + Instant.now().plusSeconds(2));
  }

  private void pay(Upstream.Payer payer, String key, String value) {
    PaymentIntentCreateParams params =
        PaymentIntentCreateParams.builder()
            .setAmount(1200L)
            .setCurrency("jpy")
            .setCustomer(payer.stripeId())
            .setPaymentMethod(payer.card())
            .addPaymentMethodType("card")
            .setConfirm(true)
            .putMetadata(key, value)
            .build();
    Sim.call(() -> worker.sim.stripe().v1().paymentIntents().create(params));
  }

  private static long totalCount(JsonNode report, String side) {
    return report.path(side).valueStream().mapToLong(total -> total.path("count").asLong()).sum();
  }

  private static List<String> kindsOf(JsonNode report, String requestId) {
    return report
        .path("differences")
        .valueStream()
        .filter(one -> one.path("request_id").asString().equals(requestId))
        .map(one -> one.path("kind").asString())
        .toList();
  }
}
