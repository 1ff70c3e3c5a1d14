package dev.offsession.failpoints.table;

import static dev.offsession.failpoints.table.WorkerIntake.CHARGING;
import static dev.offsession.failpoints.table.WorkerIntake.CONSUMER;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.table.Failpoints.Rows;
import java.util.List;

/** charge-worker telling the world, and hearing from Stripe. */
final class WorkerNews {
  private static final String OUTLET = CHARGING + "kafka.KafkaEventOutlet";
  private static final String PUBLISHER = "dev.offsession.platform.kafka.KafkaEventPublisher";

  private WorkerNews() {}

  static List<Failpoint> points() {
    Rows rows = new Rows("worker");
    publishing(rows);
    webhooks(rows);
    return rows.list();
  }

  private static void publishing(Rows rows) {
    rows.around("publish.accepted", OUTLET, "publish", "what=Accepted[")
        .around("publish.succeeded", OUTLET, "publish", "what=Succeeded[")
        .after("publish.succeeded.sent", PUBLISHER, "publish", "dev.offsession.charge.succeeded")
        .around("publish.retry", OUTLET, "publish", "what=RetryScheduled[")
        .around("publish.authentication", OUTLET, "publish", "what=AuthenticationRequired[")
        .around("publish.method", OUTLET, "publish", "what=PaymentMethodRequired[")
        .around("publish.canceled", OUTLET, "publish", "what=Canceled[");
  }

  private static void webhooks(Rows rows) {
    rows.around("webhook", CHARGING + "kafka.StripeEventListener", "on", "payment_intent.")
        .around("webhook.note", CHARGING + "usecase.ChargeService", "note")
        .around("webhook.commit", CONSUMER, "commitSync", "stripe-events-");
  }
}
