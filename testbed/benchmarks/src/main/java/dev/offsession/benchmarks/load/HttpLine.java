package dev.offsession.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A kept HTTP/1.1 connection that writes finished requests and reads no more than it must. */
final class HttpLine implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int BUFFER = 16_384;
  private static final int STATUS_AT = 9;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private boolean reusable = true;

  private HttpLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    this.out = socket.getOutputStream();
  }

  static HttpLine open(URI target) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), TIMEOUT_MILLIS);
    return new HttpLine(socket);
  }

  /** Sends a request and reads its answer, whose body is dropped. */
  int exchange(Shot request) throws IOException {
    request.writeTo(out);
    String status = readLine();
    int length = 0;
    boolean chunked = false;
    for (String header = readLine(); !header.isEmpty(); header = readLine()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = true;
      } else if (lower.startsWith("connection:") && lower.contains("close")) {
        reusable = false;
      }
    }
    drop(length, chunked);
    return Integer.parseInt(status.substring(STATUS_AT, STATUS_AT + 3));
  }

  boolean isReusable() {
    return reusable;
  }

  private void drop(int length, boolean chunked) throws IOException {
    if (!chunked) {
      in.skipNBytes(length);
      return;
    }
    int chunk = Integer.parseInt(readLine().strip(), 16);
    while (chunk > 0) {
      in.skipNBytes(chunk + 2L);
      chunk = Integer.parseInt(readLine().strip(), 16);
    }
    readLine();
  }

  private String readLine() throws IOException {
    byte[] line = new byte[256];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (next != '\r' && length < line.length) {
        line[length++] = (byte) next;
      }
    }
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
