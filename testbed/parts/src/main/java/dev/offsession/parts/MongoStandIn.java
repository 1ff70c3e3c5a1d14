package dev.offsession.parts;

import de.bwaldvogel.mongo.MongoServer;
import dev.offsession.parts.mongo.IndexedMemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Speaks MongoDB's protocol on 127.0.0.1 and keeps everything in memory: single-document atomicity
 * and indexes, no transactions, no change streams, no sessions. For development and tests only.
 */
public final class MongoStandIn implements AutoCloseable {
  private final MongoServer server;
  private final InetSocketAddress address;

  private MongoStandIn(MongoServer server, InetSocketAddress address) {
    this.server = server;
    this.address = address;
  }

  /** Starts on a free port. */
  public static MongoStandIn start() {
    return start(0);
  }

  /** Starts on the given port; 0 takes a free one. */
  public static MongoStandIn start(int port) {
    MongoServer server = new MongoServer(new IndexedMemoryBackend());
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return new MongoStandIn(server, server.getLocalAddress());
  }

  /** Address for drivers, without a database. */
  public String uri() {
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
