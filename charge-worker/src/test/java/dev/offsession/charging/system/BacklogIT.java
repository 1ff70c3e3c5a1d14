package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More requests than can be worked: they wait in Kafka, not in memory and not in the store. */
class BacklogIT {
  private static final int REQUESTS = 1_500;

  /** The window of 300, and one poll of at most 500 records that filled it. */
  private static final int TAKEN_IN_MAX = 800;

  private final WorkerFixture worker = WorkerFixture.get();
  private final Upstream upstream = worker.upstream;

  @AfterEach
  void calmDown() {
    worker.sim.control("DELETE", "/_sim/faults", "");
  }

  @Test
  void staysInKafkaWhileTheWindowIsFull() {
    Upstream.Payer payer = upstream.payer("pm_card_visa");
    worker.sim.fault(
        """
        {"match":{"method":"POST","path":"/v1/payment_intents"},"fault":"latency","ms":2000,"times":5000}\
        """);

    List<String> ids = publish(payer);
    await().until(worker::isIntakePaused);

    assertThat(worker.storedOf(payer.reference())).isLessThanOrEqualTo(TAKEN_IN_MAX);

    worker.sim.control("DELETE", "/_sim/faults", "");
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> worker.paidOf(payer.reference()) == REQUESTS);
    worker.news.awaitTypes(ids.getLast(), ACCEPTED, SUCCEEDED);
    await().until(() -> !worker.isIntakePaused());
  }

  private List<String> publish(Upstream.Payer payer) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      var request = Upstream.request(payer.reference()).build();
      ids.add(request.getRequestId());
      upstream.publishSoon(Topic.CHARGE_REQUESTED, payer.reference(), request);
    }
    return ids;
  }
}
