package dev.offsession.failpoints.table;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.table.Failpoints.Rows;
import java.util.List;

/** webhook-ingest between the bytes and the 2xx. */
final class Ingest {
  private static final String WEBHOOKS = "dev.offsession.ingest.webhooks.";

  private Ingest() {}

  static List<Failpoint> points() {
    return new Rows("ingest")
        .before("take", WEBHOOKS + "WebhookIntake", "take", "")
        .before("read", WEBHOOKS + "WebhookIntake", "read", "")
        .around("publish", WEBHOOKS + "kafka.KafkaStripeEventPublisher", "publish")
        .around("remember", WEBHOOKS + "RecentEvents", "published")
        .after("take", WEBHOOKS + "WebhookIntake", "ended", "PUBLISHED")
        .list();
  }
}
