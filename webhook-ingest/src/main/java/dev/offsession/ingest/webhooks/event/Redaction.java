package dev.offsession.ingest.webhooks.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Every secret inside has this in it. */
  private static final char[] SECRET_WORD = "_secret".toCharArray();

  /** No text shorter than this holds one. */
  private static final int SECRET_LENGTH = "client_secret=".length();

  private static final byte[] NULL = "null".getBytes(US_ASCII);

  private record Span(int from, int to) {}

  private final List<Span> spans = new ArrayList<>();

  /** The merchant's own metadata is left alone, except for a client secret. */
  static boolean coversName(String name, boolean inMetadata) {
    return inMetadata ? name.equals("client_secret") : SECRET_OR_PERSONAL.contains(name);
  }

  static boolean coversText(char[] text, int offset, int length) {
    return length >= SECRET_LENGTH
        && hasSecretWord(text, offset, offset + length)
        && SECRET_INSIDE.matcher(CharBuffer.wrap(text, offset, length)).find();
  }

  /** Hardly any text has it; to look for the whole pattern in each took a fifth of all work. */
  private static boolean hasSecretWord(char[] text, int from, int to) {
    for (int i = from; i <= to - SECRET_WORD.length; i++) {
      if (text[i] == SECRET_WORD[0]
          && Arrays.equals(text, i, i + SECRET_WORD.length, SECRET_WORD, 0, SECRET_WORD.length)) {
        return true;
      }
    }
    return false;
  }

  /** Marks the bytes of one value, in the order of the body. */
  void mark(int from, int to) {
    spans.add(new Span(from, to));
  }

  ByteBuffer apply(byte[] body) {
    int kept = body.length - spans.stream().mapToInt(span -> span.to - span.from).sum();
    ByteBuffer out = ByteBuffer.allocate(kept + spans.size() * NULL.length);
    int position = 0;
    for (Span span : spans) {
      out.put(body, position, span.from - position).put(NULL);
      position = span.to;
    }
    return out.put(body, position, body.length - position).flip();
  }
}
