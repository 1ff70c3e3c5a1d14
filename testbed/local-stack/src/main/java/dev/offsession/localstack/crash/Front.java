package dev.offsession.localstack.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One address for several processes: each connection goes to the first that takes it. Shut, it cuts
 * what is open and takes nothing, as if the part behind it were gone.
 */
final class Front implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final int CONNECT_MILLIS = 1_000;

  private final ServerSocket door;
  private final List<Integer> backends;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean shut;

  private Front(ServerSocket door, List<Integer> backends) {
    this.door = door;
    this.backends = List.copyOf(backends);
  }

  static Front on(int port, List<Integer> backends) {
    try {
      ServerSocket door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
      Front front = new Front(door, backends);
      Thread.ofVirtual().name("front-" + port).start(front::accept);
      return front;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  void shut() {
    shut = true;
    open.forEach(Front::closeQuietly);
  }

  void reopen() {
    shut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        // Closed, or a client that was gone again.
      }
    }
  }

  private void serve(Socket client) {
    Optional<Socket> backend = shut ? Optional.empty() : connect();
    if (backend.isEmpty()) {
      closeQuietly(client);
      return;
    }
    open.add(client);
    open.add(backend.get());
    Thread.ofVirtual().start(() -> pump(client, backend.get()));
    pump(backend.get(), client);
  }

  private Optional<Socket> connect() {
    for (int port : backends) {
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        return Optional.of(socket);
      } catch (IOException _) {
        closeQuietly(socket);
      }
    }
    return Optional.empty();
  }

  private void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException _) {
      // Either side ended it.
    } finally {
      open.remove(from);
      open.remove(to);
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception _) {
      // It is gone already.
    }
  }

  @Override
  public void close() {
    closeQuietly(door);
    open.forEach(Front::closeQuietly);
  }
}
