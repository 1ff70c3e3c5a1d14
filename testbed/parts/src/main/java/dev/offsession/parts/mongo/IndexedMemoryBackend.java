package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/**
 * The memory backend of mongo-java-server with indexes that are used, and with answers copied under
 * the collection's lock. The plain backend scans for every filter that is not exactly one unique
 * key, and encodes its answers from live documents, so that two callers can read the same fence.
 */
public final class IndexedMemoryBackend extends MemoryBackend {

  @Override
  public MemoryDatabase openOrCreateDatabase(String databaseName) {
    return new IndexedMemoryDatabase(databaseName, getCursorRegistry());
  }

  /** Knows {@code hello} too, the newer name of {@code isMaster}: health checks ask for it. */
  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    if (!command.equalsIgnoreCase("hello")) {
      return super.handleCommand(channel, databaseName, command, query);
    }
    Document answer = super.handleCommand(channel, databaseName, "ismaster", query);
    answer.put("isWritablePrimary", true);
    return answer;
  }
}
