package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;

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
}
