package dev.offsession.ingest.webhooks.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes secrets and personal data out of a body: each such value becomes {@code null}, every other
 * byte stays as it came. Topics hold neither, and nobody behind them needs either.
 */
final class Redaction {

  private static final Set<String> SECRET_OR_PERSONAL =
      Set.of("client_secret", "email", "receipt_email", "name", "phone", "address", "ip_address");

  /** Secrets inside other values, such as the address of a 3-D Secure page. */
  private static final Pattern SECRET_INSIDE = Pattern.compile("client_secret=|_secret_\\w{8}");

  private static final byte[] NULL = "null".getBytes(US_ASCII);

  private record Span(int from, int to) {}

  private final List<Span> spans = new ArrayList<>();

  /** The merchant's own metadata is left alone, except for a client secret. */
  static boolean coversName(String name, boolean inMetadata) {
    return inMetadata ? name.equals("client_secret") : SECRET_OR_PERSONAL.contains(name);
  }

  static boolean coversText(String text) {
    return SECRET_INSIDE.matcher(text).find();
  }

  /** Marks the bytes of one value, in the order of the body. */
  void mark(int from, int to) {
    spans.add(new Span(from, to));
  }

  ByteBuffer apply(byte[] body) {
    var out = new ByteArrayOutputStream(body.length);
    int position = 0;
    for (Span span : spans) {
      out.write(body, position, span.from - position);
      out.writeBytes(NULL);
      position = span.to;
    }
    out.write(body, position, body.length - position);
    return ByteBuffer.wrap(out.toByteArray());
  }
}
