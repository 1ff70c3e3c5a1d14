package dev.offsession.benchmarks.suite;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.measure.Latencies;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Curve;
import dev.offsession.benchmarks.report.Curve.Point;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims of due work beside a growing number of finished charges: C9. The claim is that of all
 * services ({@link DueClaims}), on a collection of its own with the same index.
 */
public final class FinishedBench implements Bench {
  private static final int CLAIMS = 3_000;
  private static final int CHUNK = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    List<Integer> sizes = plan.quick() ? List.of(0, 20_000, 100_000) : List.of(0, 100_000, 500_000);
    score.say("Claims of due work beside %s finished charges".formatted(sizes));
    List<Point> p99 = new ArrayList<>();
    List<Point> p50 = new ArrayList<>();
    try (MongoClient client = MongoClients.create(bed.addresses().mongo())) {
      MongoCollection<Document> charges =
          client.getDatabase("bench_finished").getCollection("charges");
      DueClaims claims = new DueClaims(charges, Duration.ofHours(1));
      claims.createIndex().block(LIMIT);
      claim(claims, charges, "warm");
      int there = 0;
      for (int size : sizes) {
        insert(charges, there, size);
        there = size;
        Latencies latencies = claim(claims, charges, "at-" + size);
        p99.add(new Point(size, latencies.p99()));
        p50.add(new Point(size, latencies.p50()));
        score.say(
            "  %,d finished: a claim takes p50 %.2f ms, p99 %.2f ms"
                .formatted(size, latencies.p50(), latencies.p99()));
      }
      Mono.from(charges.drop()).block(LIMIT);
    }
    score.add(
        "C9",
        Spread.of(p99.getLast().y() / p99.getFirst().y()),
        "%,d finished against none; the stand-in keeps all of them in its heap"
            .formatted((int) p99.getLast().x()));
    score.curve(
        new Curve(
            "finished",
            "Finished charges cost nothing: claim of due work",
            "finished charges in the store",
            "ms",
            false,
            List.of(new Curve.Line("p50", p50), new Curve.Line("p99", p99))));
  }

  private static Latencies claim(
      DueClaims claims, MongoCollection<Document> charges, String prefix) {
    Date due = Date.from(Instant.now().minusSeconds(60));
    insertAll(
        charges,
        IntStream.range(0, CLAIMS)
            .mapToObj(i -> charge(prefix + "-" + i).append("due_at", due).append("fence", 0L))
            .toList());
    Latencies latencies = new Latencies();
    for (int i = 0; i < CLAIMS; i++) {
      long start = System.nanoTime();
      if (claims.next(Instant.now()).block(LIMIT) == null) {
        throw new IllegalStateException("a due charge was not found");
      }
      latencies.record(System.nanoTime() - start);
    }
    return latencies;
  }

  private static void insert(MongoCollection<Document> charges, int from, int to) {
    for (int start = from; start < to; start += CHUNK) {
      insertAll(
          charges,
          IntStream.range(start, Math.min(to, start + CHUNK))
              .mapToObj(i -> charge("finished-" + i).append("fence", 1L))
              .toList());
    }
  }

  private static void insertAll(MongoCollection<Document> charges, List<Document> documents) {
    Flux.from(charges.insertMany(documents)).blockLast(LIMIT);
  }

  /** Of the size and shape of a charge that was paid at once. */
  private static Document charge(String id) {
    Document request =
        new Document("customer_reference", "bench-1")
            .append("amount_minor", 1_200L)
            .append("currency", "eur")
            .append("metadata", new Document());
    return new Document("_id", id)
        .append("fingerprint", "c5a1e6f0b4d84c6f9a7b2e3d1f0a9b8c")
        .append("request", request)
        .append("state", "SUCCEEDED")
        .append("payment_intent_id", "pi_3PgafmB7WZ01zgkW0dKueIc5")
        .append("attempt", 1)
        .append("history", List.of("RECEIVED", "CREATING", "CREATED", "CONFIRMING", "SUCCEEDED"))
        .append("version", 5L);
  }
}
