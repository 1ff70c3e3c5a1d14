package dev.offsession.benchmarks.bed;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts commands by their collection and name, and tells them to who asks {@link #COUNTS}. */
final class CountingBackend implements MongoBackend {
  /**
   * The command that asks; its answer has a number for each {@code database.collection command}.
   */
  static final String COUNTS = "benchmarkCounts";

  private final MongoBackend backend;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  CountingBackend(MongoBackend backend) {
    this.backend = backend;
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document asked = message.getDocument();
    String command = asked.keySet().iterator().next();
    if (command.equals(COUNTS)) {
      return answer();
    }
    String name = message.getDatabaseName() + "." + asked.get(command) + " " + command;
    counts.computeIfAbsent(name, _ -> new LongAdder()).increment();
    return backend.handleMessage(message);
  }

  private Document answer() {
    Document counted = new Document();
    counts.forEach((name, count) -> counted.append(name, count.sum()));
    return new Document("counts", counted).append("ok", 1.0);
  }

  @Override
  public void handleClose(Channel channel) {
    backend.handleClose(channel);
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    return backend.handleCommand(channel, database, command, query);
  }

  @Override
  public QueryResult handleQuery(MongoQuery query) {
    return backend.handleQuery(query);
  }

  @Override
  public void dropDatabase(String database) {
    backend.dropDatabase(database);
  }

  @Override
  public Collection<Document> getCurrentOperations(MongoQuery query) {
    return backend.getCurrentOperations(query);
  }

  @Override
  public Document getServerStatus() {
    return backend.getServerStatus();
  }

  @Override
  public void close() {
    backend.close();
  }

  @Override
  public void closeCursors(List<Long> cursors) {
    backend.closeCursors(cursors);
  }

  @Override
  public Clock getClock() {
    return backend.getClock();
  }

  @Override
  public void enableOplog() {
    backend.enableOplog();
  }

  @Override
  public void disableOplog() {
    backend.disableOplog();
  }

  @Override
  public MongoDatabase resolveDatabase(String database) {
    return backend.resolveDatabase(database);
  }

  @Override
  public MongoBackend version(MongoVersion version) {
    return backend.version(version);
  }
}
