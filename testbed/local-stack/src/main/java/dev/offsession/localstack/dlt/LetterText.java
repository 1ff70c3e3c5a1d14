package dev.offsession.localstack.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;

/** A letter for a person: headers, bytes as hex, and the record where it can be read. */
public final class LetterText {
  private static final int BYTES_PER_LINE = 16;
  private static final int PRINTABLE_FROM = 0x20;
  private static final int PRINTABLE_TO = 0x7e;

  private LetterText() {}

  /** Everything that is known of it. */
  public static List<String> of(DeadLetter letter, String registry) {
    List<String> lines = new ArrayList<>();
    lines.add(field("letter", letter.place()));
    lines.add(field("since", letter.at().toString()));
    lines.add(field("came from", letter.source()));
    lines.add(field("reason", letter.reason()));
    lines.add(field("key", new String(key(letter), UTF_8)));
    letter.headers().forEach(header -> lines.add(field("header", header(header))));
    lines.add(field("record", decoded(letter, registry)));
    lines.add(field("bytes", Integer.toString(letter.bytes().length)));
    lines.addAll(hex(letter.bytes()));
    return lines;
  }

  private static byte[] key(DeadLetter letter) {
    return Objects.requireNonNullElse(letter.raw().key(), new byte[0]);
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "  %-10s %s", name, value);
  }

  private static String header(Header header) {
    byte[] value = Objects.requireNonNullElse(header.value(), new byte[0]);
    return header.key() + " = " + new String(value, UTF_8);
  }

  private static String decoded(DeadLetter letter, String registry) {
    try (ConfluentAvroDeserializer values = new ConfluentAvroDeserializer()) {
      values.configure(Map.of("schema.registry.url", registry), false);
      return String.valueOf(values.deserialize(letter.sourceTopic(), letter.bytes()));
    } catch (RuntimeException e) {
      return "cannot be read: " + e.getMessage();
    }
  }

  static List<String> hex(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += BYTES_PER_LINE) {
      int to = Math.min(bytes.length, from + BYTES_PER_LINE);
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
      lines.add(
          String.format(Locale.ROOT, "    %08x  %-48s |%s|", from, hex, text(bytes, from, to)));
    }
    return lines;
  }

  private static String text(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean printable = bytes[i] >= PRINTABLE_FROM && bytes[i] <= PRINTABLE_TO;
      text.append(printable ? (char) bytes[i] : '.');
    }
    return text.toString();
  }
}
