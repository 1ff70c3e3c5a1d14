package dev.offsession.failpoints.table;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.table.Failpoints.Rows;
import java.util.List;

/** charge-worker from the poll to the commit: requests, customers and cancellations. */
final class WorkerIntake {
  static final String CHARGING = "dev.offsession.charging.";
  static final String STORE = CHARGING + "mongo.MongoChargeStore";
  static final String CONSUMER = "org.apache.kafka.clients.consumer.KafkaConsumer";
  private static final String BATCHES = "dev.offsession.platform.kafka.DecodingBatchListener";
  private static final String CUSTOMERS = CHARGING + "mongo.MongoCustomerDirectory";

  private WorkerIntake() {}

  static List<Failpoint> points() {
    Rows rows = new Rows("worker");
    requests(rows);
    customers(rows);
    cancellations(rows);
    return rows.list();
  }

  private static void requests(Rows rows) {
    rows.before("poll", BATCHES, "onMessage", "charge-requested")
        .before("requests", CHARGING + "kafka.ChargeRequestListener", "on", "")
        .before("insert", STORE, "insert", "")
        .after("insert.written", STORE, "insertAll", "")
        .after("insert", STORE, "insert", "")
        .after("requests", CHARGING + "kafka.ChargeRequestListener", "on", "")
        .around("requests.commit", CONSUMER, "commitSync", "charge-requested-");
  }

  private static void customers(Rows rows) {
    rows.before("customer", CHARGING + "kafka.CustomerListener", "on", "")
        .around("customer.keep", CUSTOMERS, "keep")
        .after("customer.wake", STORE, "wakeWaiting", "")
        .after("customer.commit", CONSUMER, "commitSync", "payment-method-events-");
  }

  private static void cancellations(Rows rows) {
    rows.before("cancellation", CHARGING + "kafka.CancellationListener", "on", "")
        .around("cancellation.keep", STORE, "keepCancellation")
        .around("cancellation.meet", STORE, "insertCanceled")
        .after("cancellation", CHARGING + "kafka.CancellationListener", "on", "")
        .after("cancellation.commit", CONSUMER, "commitSync", "charge-cancellation-requested-");
  }
}
