package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.load.HttpLoad;
import dev.offsession.benchmarks.load.Webhooks;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A stream in which every event comes twice, a little apart: W8. */
final class RepeatedWebhooks {
  private static final int OK = 200;
  private static final int CONNECTIONS = 64;
  private static final double RATE = 1_000;

  /** The second one comes so many events after the first. */
  private static final int APART = 100;

  private final WebhookTarget subject;

  RepeatedWebhooks(WebhookTarget subject, Webhooks webhooks) {
    this.subject = subject;
    this.webhooks = webhooks;
  }

  private final Webhooks webhooks;

  void run(Plan plan, Score score) {
    long before = subject.written();
    HttpLoad load = subject.load(CONNECTIONS);
    long first = System.currentTimeMillis() << 24;
    AtomicLong sends = new AtomicLong();
    load.run(
        RATE,
        plan.turn(),
        () -> {
          long send = sends.getAndIncrement();
          long event = send % 2 == 0 ? send / 2 : Math.max(0, send / 2 - APART);
          return webhooks.numbered("repeated", first + event);
        });
    long events = (sends.get() + 1) / 2;
    long written = subject.written() - before;
    List<String> complaints = new ArrayList<>();
    if (load.tally("repeated").countOther(OK) > 0) {
      complaints.add("answers " + load.tally("repeated").statuses());
    }
    if (written < load.tally("repeated").count(OK) / 2) {
      complaints.add("only %d of %d events were written".formatted(written, events));
    }
    score.add(
        "W8",
        Spread.of(100.0 * Math.max(0, written - events) / events),
        "%d sends of %d events, %d written; readers drop the rest by event id"
            .formatted(sends.get(), events, written),
        complaints);
  }
}
