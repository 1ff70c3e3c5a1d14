package dev.offsession.systemtests.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through bytes for secrets and personal data. Bytes are read as Latin-1, so that binary
 * content hides no text in it.
 */
public final class SecretScan {

  /**
   * One kind of thing that must not be there.
   *
   * @param name for the finding; the value found is never repeated
   */
  public record Forbidden(String name, Pattern pattern) {

    static Forbidden pattern(String name, String regex) {
      return new Forbidden(name, Pattern.compile(regex));
    }

    static Forbidden value(String name, String value) {
      return new Forbidden(name, Pattern.compile(Pattern.quote(value)));
    }
  }

  /** What was found and where; {@code around} has the value itself blotted out. */
  public record Finding(String where, String name, String around) {}

  private static final int CONTEXT = 24;

  private static final List<Forbidden> ALWAYS =
      List.of(
          Forbidden.pattern("client secret", "(?:pi|seti)_[A-Za-z0-9]+_secret_[A-Za-z0-9]+"),
          Forbidden.pattern("customer session secret", "cuss_secret_[A-Za-z0-9]+"),
          Forbidden.pattern("Stripe secret key", "\\b[sr]k_(?:test|live)_[A-Za-z0-9_]+"),
          Forbidden.pattern("webhook secret", "\\bwhsec_[A-Za-z0-9_]+"),
          Forbidden.pattern(
              "card number",
              "(?<![0-9A-Za-z.])(?:4\\d{15}|5[1-5]\\d{14}|3[47]\\d{13})(?![0-9A-Za-z])"));

  private static final Forbidden EMAIL =
      Forbidden.pattern(
          "e-mail address", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  private final List<Forbidden> forbidden;

  private SecretScan(List<Forbidden> forbidden) {
    this.forbidden = forbidden;
  }

  /**
   * A search for the known shapes of secrets and for given values.
   *
   * @param values the values in use by their names: API tokens, card numbers that were typed, …
   */
  public static SecretScan forSecrets(Map<String, String> values) {
    Stream<Forbidden> inUse =
        values.entrySet().stream().map(value -> Forbidden.value(value.getKey(), value.getValue()));
    return new SecretScan(Stream.concat(ALWAYS.stream(), inUse).toList());
  }

  /** The same, and e-mail addresses too: they may be in a store, but in no log and no topic. */
  public SecretScan andAddresses() {
    return new SecretScan(Stream.concat(forbidden.stream(), Stream.of(EMAIL)).toList());
  }

  public List<Finding> in(String where, byte[] content) {
    return in(where, new String(content, ISO_8859_1));
  }

  public List<Finding> in(String where, String text) {
    List<Finding> findings = new ArrayList<>();
    for (Forbidden kind : forbidden) {
      var match = kind.pattern().matcher(text);
      while (match.find()) {
        String before = text.substring(Math.max(0, match.start() - CONTEXT), match.start());
        findings.add(new Finding(where, kind.name(), before.strip() + "[…]"));
      }
    }
    return findings;
  }
}
