package dev.offsession.benchmarks.bed;

import de.bwaldvogel.mongo.MongoServer;
import dev.offsession.parts.mongo.IndexedMemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The MongoDB stand-in as a process of its own, which counts what it is asked. */
public final class StoreMain {
  private StoreMain() {}

  /**
   * Runs until it is killed.
   *
   * @param args the port
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    new MongoServer(new CountingBackend(new IndexedMemoryBackend()))
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread.currentThread().join();
  }
}
