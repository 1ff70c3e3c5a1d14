package dev.offsession.benchmarks.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One HTTP request, ready to be written. */
public final class Shot {
  private final String kind;
  private final byte[] bytes;

  /**
   * @param kind what it is counted under
   * @param bytes head and body; the shot keeps them
   */
  Shot(String kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** A request without a body. */
  public static Shot of(String kind, String head) {
    return new Shot(kind, head.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What it is counted under. */
  public String kind() {
    return kind;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** Head and body as text. */
  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
