package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.List;

/**
 * Two charges that happen while their answers are lost, one by silence, one by a broken connection:
 * how long do they stay unknown? P5. They wait while other things are measured.
 */
final class LostAnswers {
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int SILENT_CUSTOMER = Customers.COUNT - 2;
  private static final int DROPPED_CUSTOMER = Customers.COUNT - 3;

  private final Shop shop;
  private final Batch silent;
  private final Batch dropped;

  private LostAnswers(Shop shop) {
    this.shop = shop;
    this.silent = shop.batch("p5-silent", 1);
    this.dropped = shop.batch("p5-dropped", 1);
  }

  /** Lets both happen; the faults may be set anew once this returns. */
  static LostAnswers begin(Shop shop) {
    LostAnswers lost = new LostAnswers(shop);
    shop.stripe().calm();
    shop.stripe().confirmGoesWrong(SILENT_CUSTOMER, "hang_after_effect", SILENCE);
    shop.stripe().confirmGoesWrong(DROPPED_CUSTOMER, "drop_after_effect", Duration.ZERO);
    lost.publish(lost.silent, SILENT_CUSTOMER);
    lost.publish(lost.dropped, DROPPED_CUSTOMER);
    shop.merchant().flush();
    Wait.until(() -> shop.stripe().faultsLeft() == 0, LIMIT);
    return lost;
  }

  private void publish(Batch batch, int customer) {
    shop.merchant().publish(batch, 0, customer, Route.ALL_PARTITIONS, System.nanoTime());
  }

  /** Waits for both. */
  void end(Score score) {
    List<Batch> both = List.of(silent, dropped);
    both.forEach(batch -> batch.awaitPaid(1, LIMIT));
    double silence = seconds(silent);
    double drop = seconds(dropped);
    List<String> complaints = shop.complaints(both);
    score.add("P5/silent", Spread.of(silence), "a read timeout of 30 s, then a look", complaints);
    score.add("P5/dropped", Spread.of(drop), "the first look is after 15 s", complaints);
  }

  private static double seconds(Batch batch) {
    return batch.latencies(0).percentileMillis(100) / 1e3;
  }
}
