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

  /** Newer clients, and the services' health checks, say hello; the plain server knows isMaster. */
  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    return command.equals("hello")
        ? super.handleCommand(channel, databaseName, "ismaster", query)
            .append("isWritablePrimary", true)
        : super.handleCommand(channel, databaseName, command, query);
  }
}
