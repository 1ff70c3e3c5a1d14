package dev.offsession.charging.system;

import static dev.offsession.schemas.ChargeEventType.ACCEPTED;
import static dev.offsession.schemas.ChargeEventType.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.schemas.topics.Topic;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More requests than can be worked: they wait in Kafka, not in memory and not in the store. */
class BacklogIT {
  private static final int REQUESTS = 1_500;

  /** The window of 200, and one poll of at most 500 records that filled it. */
  private static final int TAKEN_IN_MAX = 700;

  /** 20 MB that would show in a heap of some 100 MB. */
  private static final int MORE = 5_000;

  private static final int PADDING = 4_000;
  private static final long GROWTH_MAX = 8_000_000;

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
    holdsNoMoreHoweverManyWait();

    worker.sim.control("DELETE", "/_sim/faults", "");
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> worker.paidOf(payer.reference()) == REQUESTS);
    worker.news.awaitTypes(ids.getLast(), ACCEPTED, SUCCEEDED);
    await().until(() -> !worker.isIntakePaused());
  }

  /** The first load fills what Kafka's client reads ahead, at most 1 MB of each partition. */
  private void holdsNoMoreHoweverManyWait() {
    publishMore();
    long before = heapInUse();
    publishMore();

    assertThat(worker.isIntakePaused()).isTrue();
    assertThat(heapInUse() - before)
        .as("bytes of %d MB that wait", MORE * PADDING / 1_000_000)
        .isLessThan(GROWTH_MAX);
  }

  /** Their metadata is too long, so that they cost no call of Stripe once they are taken in. */
  private void publishMore() {
    for (int i = 0; i < MORE; i++) {
      var request =
          Upstream.request("nobody")
              .setMetadata(Collections.singletonMap("padding", "x".repeat(PADDING)))
              .build();
      upstream.publishSoon(Topic.CHARGE_REQUESTED, Upstream.newId("somebody"), request);
    }
    worker.flush();
  }

  /** What is left after the collector has been through; the lowest of some, as others work on. */
  private static long heapInUse() {
    long lowest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      lowest = Math.min(lowest, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return lowest;
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
