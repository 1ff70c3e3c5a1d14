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

  /** MongoDB renamed {@code isMaster}; the plain server does not know it, but health checks ask. */
  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    if (!command.equals("hello")) {
      return super.handleCommand(channel, databaseName, command, query);
    }
    return super.handleCommand(channel, databaseName, "isMaster", query)
        .append("isWritablePrimary", true);
  }
}
