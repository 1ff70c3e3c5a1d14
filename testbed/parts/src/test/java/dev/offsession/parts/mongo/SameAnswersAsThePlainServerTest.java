package dev.offsession.parts.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexes change how documents are found, never which. One seed, one collection. */
class SameAnswersAsThePlainServerTest {
  private static final int OPERATIONS = 600;

  private static final MongoServer PLAIN = new MongoServer(new MemoryBackend());
  private static final MongoServer INDEXED = new MongoServer(new IndexedMemoryBackend());
  private static final MongoClient PLAIN_CLIENT =
      MongoClients.create(PLAIN.bindAndGetConnectionString());
  private static final MongoClient INDEXED_CLIENT =
      MongoClients.create(INDEXED.bindAndGetConnectionString());

  @AfterAll
  static void stop() {
    PLAIN_CLIENT.close();
    INDEXED_CLIENT.close();
    PLAIN.shutdownNow();
    INDEXED.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void toEveryOperationOfARandomHistory(long seed) {
    MongoCollection<Document> plain = collection(PLAIN_CLIENT, seed);
    MongoCollection<Document> indexed = collection(INDEXED_CLIENT, seed);
    RandomOperations operations = new RandomOperations(seed);

    for (int i = 0; i < OPERATIONS; i++) {
      var operation = operations.next();
      assertThat(answer(operation, indexed))
          .as("operation %d of seed %d", i, seed)
          .isEqualTo(answer(operation, plain));
    }

    assertThat(content(indexed)).isEqualTo(content(plain));
  }

  private static MongoCollection<Document> collection(MongoClient client, long seed) {
    MongoCollection<Document> collection = client.getDatabase("same").getCollection("seed" + seed);
    RandomOperations.createIndexes(collection);
    return collection;
  }

  private static String content(MongoCollection<Document> collection) {
    return withoutGeneratedIds(collection.find().into(new ArrayList<>()));
  }

  private static String answer(
      Function<MongoCollection<Document>, Object> operation, MongoCollection<Document> on) {
    try {
      return withoutGeneratedIds(operation.apply(on));
    } catch (MongoBulkWriteException e) {
      return e.getWriteErrors().stream().map(w -> w.getIndex() + ":" + w.getCode()).toList() + "";
    } catch (MongoException e) {
      return e.getCode() + " " + String.valueOf(e.getMessage()).replaceAll("127.0.0.1:\\d+", "");
    }
  }

  private static String withoutGeneratedIds(Object answer) {
    return String.valueOf(answer).replaceAll("_id=[0-9a-f]{24}", "_id=generated");
  }
}
