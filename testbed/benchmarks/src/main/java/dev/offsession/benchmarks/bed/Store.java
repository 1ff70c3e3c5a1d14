package dev.offsession.benchmarks.bed;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** One database of the store, as the harness sees it. */
public final class Store implements AutoCloseable {
  private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");
  private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");

  private final MongoClient client;
  private final MongoDatabase database;

  Store(String uri, String name) {
    this.client = MongoClients.create(uri);
    this.database = client.getDatabase(name);
  }

  /**
   * What was asked of one collection.
   *
   * @param writes insert, update and findAndModify commands, of one or of many documents each
   */
  public record Operations(long writes, long reads) {
    /** Since an earlier count. */
    public Operations since(Operations earlier) {
      return new Operations(writes - earlier.writes, reads - earlier.reads);
    }
  }

  /** The database itself. */
  public MongoDatabase database() {
    return database;
  }

  /** What the whole server was asked about one collection so far. */
  public Operations operations(String collection) {
    String prefix = database.getName() + "." + collection + " ";
    Map<String, Long> counts = new HashMap<>();
    database
        .runCommand(new Document(CountingBackend.COUNTS, 1))
        .get("counts", Document.class)
        .forEach((name, count) -> {
          if (name.startsWith(prefix)) {
            counts.put(name.substring(prefix.length()), ((Number) count).longValue());
          }
        });
    return new Operations(sum(counts, WRITES), sum(counts, READS));
  }

  private static long sum(Map<String, Long> counts, Set<String> commands) {
    return commands.stream().mapToLong(command -> counts.getOrDefault(command, 0L)).sum();
  }

  @Override
  public void close() {
    client.close();
  }
}
