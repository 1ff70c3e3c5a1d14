package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that end without an answer: the charge is settled by looking, and paid exactly once. */
class RecoveryIT {
  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;
  private final Sim sim = worker.sim;
  private final News news = worker.news;

  @AfterEach
  void calmDown() {
    sim.control("DELETE", "/_sim/faults", "");
    sim.webhooks("{\"drop\":0,\"duplicate\":0,\"reorder_window\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/payment_intents, drop_after_effect",
    "/v1/payment_intents, drop_before",
    "/v1/payment_intents, 500",
    "/v1/payment_intents, 500_after_effect",
    "/v1/payment_intents, 503",
    "/v1/payment_intents, 409",
    "/v1/payment_intents, rate_limit",
    "/v1/payment_intents, truncate_body",
    "/v1/payment_intents/*/confirm, drop_after_effect",
    "/v1/payment_intents/*/confirm, drop_before",
    "/v1/payment_intents/*/confirm, 500",
    "/v1/payment_intents/*/confirm, 500_after_effect",
    "/v1/payment_intents/*/confirm, 504_after_effect",
    "/v1/payment_intents/*/confirm, lock_timeout",
    "/v1/payment_intents/*/confirm, rate_limit",
    "/v1/payment_intents/*/confirm, truncate_body",
  })
  void chargesOnceWhateverTheNetworkDoes(String path, String fault) {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    sim.webhooks("{\"drop\":1.0}");
    sim.fault(
        """
        {"match":{"method":"POST","path":"%s"},"fault":"%s","times":1}\
        """
            .formatted(path, fault));

    String id = upstream.charge(payer);

    news.awaitTypes(id, ACCEPTED, SUCCEEDED);
    assertThat(sim.paid(id)).hasSize(1);
    assertThat(sim.charges(id)).hasSize(1);
  }

  @Test
  void isSettledByAWebhookWhenTheAnswerIsLost() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    sim.fault(
        """
        {"match":{"method":"POST","path":"/v1/payment_intents/*/confirm"},
         "fault":"500_after_effect","times":1}\
        """);

    String id = upstream.charge(payer);

    news.awaitTypes(id, ACCEPTED, SUCCEEDED);
    assertThat(sim.paid(id)).hasSize(1);
  }

  @Test
  void webhooksThatRepeatAndOvertakeEachOtherChangeNothing() {
    sim.webhooks("{\"duplicate\":3,\"reorder_window\":400}");
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    sim.next(payer.card(), "{\"outcome\":\"decline\",\"decline_code\":\"insufficient_funds\"}");

    String id = upstream.charge(payer);

    news.awaitTypes(
        id, ACCEPTED, dev.offsession.schemas.ChargeEventType.RETRY_SCHEDULED, SUCCEEDED);
    assertThat(sim.paid(id)).hasSize(1);
    assertThat(sim.charges(id)).hasSize(2);
  }
}
