package dev.offsession.parts.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.offsession.parts.MongoStandIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the fences of the services stand on: atomic updates and answers that belong to them. */
class ConcurrentClientsTest {
  private static final int CLIENTS = 32;

  private static final MongoStandIn SERVER = MongoStandIn.start();
  private static final MongoClient CLIENT =
      MongoClients.create(SERVER.uri() + "/?maxPoolSize=" + CLIENTS);

  @AfterAll
  static void stop() {
    CLIENT.close();
    SERVER.close();
  }

  @Test
  void oneConditionalUpdateWins() throws Exception {
    MongoCollection<Document> charges = collection("winner");
    for (int round = 0; round < 30; round++) {
      String id = "charge" + round;
      charges.insertOne(new Document("_id", id).append("fence", 3).append("due_at", Instant.EPOCH));
      Document atThree = new Document("_id", id).append("fence", 3);
      Document raise = new Document("$inc", new Document("fence", 1));
      AtomicInteger winners = new AtomicInteger();

      together(client -> {
        boolean won =
            client % 2 == 0
                ? charges.updateOne(atThree, raise).getModifiedCount() == 1
                : charges.findOneAndUpdate(atThree, raise) != null;
        if (won) {
          winners.incrementAndGet();
        }
      });

      assertThat(winners).hasValue(1);
    }
  }

  /** The plain server fails here: it encodes the answer from the live document, after the lock. */
  @Test
  void everyClaimerReadsItsOwnFence() throws Exception {
    MongoCollection<Document> charges = collection("fence");
    charges.insertOne(new Document("_id", "charge").append("fence", 0));
    FindOneAndUpdateOptions after =
        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    Set<Integer> fences = ConcurrentHashMap.newKeySet();

    together(_ -> {
      for (int i = 0; i < 100; i++) {
        Document claimed =
            charges.findOneAndUpdate(
                new Document("_id", "charge"),
                new Document("$inc", new Document("fence", 1)),
                after);
        fences.add(Objects.requireNonNull(claimed).getInteger("fence"));
      }
    });

    assertThat(fences).hasSize(CLIENTS * 100);
  }

  @Test
  void readersNeverSeeHalfAnUpdate() throws Exception {
    MongoCollection<Document> charges = collection("torn");
    charges.insertOne(new Document("_id", "charge"));
    AtomicInteger torn = new AtomicInteger();

    together(client -> {
      for (int i = 0; i < 100; i++) {
        if (client % 2 == 0) {
          charges.updateOne(new Document("_id", "charge"), widen(client, i));
        } else {
          Document seen = Objects.requireNonNull(charges.find().first());
          if (!Objects.equals(seen.get("first"), seen.get("last"))) {
            torn.incrementAndGet();
          }
        }
      }
    });

    assertThat(torn).hasValue(0);
  }

  private static Document widen(int client, int round) {
    String mark = client + "-" + round;
    Document set = new Document("first", mark).append("last", mark);
    for (int field = 0; field < 20; field++) {
      set.append("field" + (client + field + round), mark);
    }
    return new Document("$set", set);
  }

  @Test
  void eachDueDocumentIsClaimedOnce() throws Exception {
    MongoCollection<Document> charges = collection("claims");
    List<Document> due = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      due.add(
          new Document("_id", i).append("state", "DUE").append("due_at", Instant.ofEpochMilli(i)));
    }
    charges.insertMany(due);
    Document isDue =
        new Document("state", "DUE")
            .append("due_at", new Document("$lte", Instant.ofEpochMilli(5000)));
    Document claim =
        new Document("$set", new Document("state", "TAKEN"))
            .append("$unset", new Document("due_at", ""));
    FindOneAndUpdateOptions earliestFirst =
        new FindOneAndUpdateOptions().sort(new Document("due_at", 1));
    Queue<Object> claimed = new ConcurrentLinkedQueue<>();

    together(_ -> {
      Document next = charges.findOneAndUpdate(isDue, claim, earliestFirst);
      while (next != null) {
        claimed.add(next.get("_id"));
        next = charges.findOneAndUpdate(isDue, claim, earliestFirst);
      }
    });

    assertThat(claimed).hasSize(600).doesNotHaveDuplicates();
  }

  private static MongoCollection<Document> collection(String name) {
    MongoCollection<Document> collection = CLIENT.getDatabase("race").getCollection(name);
    collection.createIndex(new Document("due_at", 1), new IndexOptions().sparse(true));
    collection.createIndex(new Document("state", 1).append("due_at", 1));
    return collection;
  }

  private interface Work {
    void run(int client) throws Exception;
  }

  /** Runs the work on all clients at once and passes on the first failure. */
  private static void together(Work work) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int client = i;
        running.add(
            clients.submit(() -> {
              go.await();
              work.run(client);
              return client;
            }));
      }
      go.countDown();
      for (Future<?> one : running) {
        one.get();
      }
    }
  }
}
