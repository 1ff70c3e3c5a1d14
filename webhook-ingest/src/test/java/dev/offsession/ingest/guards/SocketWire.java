package dev.offsession.ingest.guards;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** A plain socket. What the service no longer wants to read is no error here. */
final class SocketWire implements Attack.Wire {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int PIECE_MILLIS = 1_000;
  private static final int AT_ONCE = 8_192;

  private final Socket socket = new Socket();

  SocketWire(int port) throws IOException {
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    try {
      for (int i = 0; i < bytes.length; i += AT_ONCE) {
        socket.getOutputStream().write(bytes, i, Math.min(AT_ONCE, bytes.length - i));
      }
    } catch (SocketException _) {
      // It has stopped reading; what it answered may still be there.
    }
  }

  @Override
  public void sendSlowly(String piece, int times) throws IOException {
    socket.setSoTimeout(PIECE_MILLIS);
    for (int i = 0; i < times && !hasSpoken(); i++) {
      socket.getOutputStream().write(piece.getBytes(UTF_8));
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  private int ahead = -2;

  /** Waits for one piece's time; remembers what it has read. */
  private boolean hasSpoken() {
    try {
      ahead = socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      ahead = -1;
      return true;
    }
  }

  @Override
  public String statusLine() throws IOException {
    var line = new StringBuilder();
    try {
      for (int c = next(); c != -1 && c != '\n'; c = next()) {
        line.append((char) c);
      }
    } catch (SocketException _) {
      return line.toString().strip(); // Reset, because it was still being sent to.
    }
    return line.toString().strip();
  }

  private int next() throws IOException {
    int c = ahead;
    ahead = -2;
    return c == -2 ? socket.getInputStream().read() : c;
  }

  @Override
  public void awaitClose() throws IOException {
    socket.setSoTimeout(0);
    while (next() != -1) {
      // The rest of the answer.
    }
  }

  @Override
  public void resetOnClose() throws IOException {
    socket.setSoLinger(true, 0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
