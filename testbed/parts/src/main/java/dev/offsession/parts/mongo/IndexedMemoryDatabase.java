package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;

/** Opens collections and indexes of our own, and sends aggregations through them. */
final class IndexedMemoryDatabase extends MemoryDatabase {
  /** These would need the locks of two collections; they run as in the plain server. */
  private static final List<String> STAGES_WITH_OTHER_COLLECTIONS =
      List.of("$lookup", "$graphLookup", "$unionWith", "$merge", "$out", "$changeStream");

  IndexedMemoryDatabase(String name, CursorRegistry cursors) {
    super(name, cursors);
  }

  @Override
  protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
    return new IndexedMemoryCollection(this, name, options, cursorRegistry);
  }

  @Override
  protected Index<Integer> openOrCreateSecondaryIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    return new SortedIndex(indexName, keys);
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    if (command.equalsIgnoreCase("aggregate")
        && resolveCollection(query, command) instanceof IndexedMemoryCollection collection
        && staysInside(query)) {
      return collection.aggregate(
          query, () -> super.handleCommand(channel, command, query, databases, oplog));
    }
    return super.handleCommand(channel, command, query, databases, oplog);
  }

  private MongoCollection<Integer> resolveCollection(Document query, String command) {
    return resolveCollection(String.valueOf(query.get(command)), false);
  }

  private static boolean staysInside(Document query) {
    String text = query.toString();
    return STAGES_WITH_OTHER_COLLECTIONS.stream().noneMatch(text::contains);
  }
}
