package dev.offsession.charging.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each refusal means, read from a table. Order of authority: the demand for authentication,
 * Stripe's advice code, the decline code, then the network's own codes, which can only make it
 * harder. Codes that the table does not know are soft, once: Stripe's list grows.
 */
public final class DeclineTable {
  private static final DeclineKey AUTHENTICATION = DeclineKey.decline("authentication_required");

  private final Map<DeclineKey, DeclineRow> rows;

  private DeclineTable(Map<DeclineKey, DeclineRow> rows) {
    this.rows = Map.copyOf(rows);
  }

  /** The table that comes with this version. */
  public static DeclineTable standard() {
    try (InputStream in =
        Objects.requireNonNull(
            DeclineTable.class.getResourceAsStream("declines.csv"), "declines.csv is missing")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a table; throws an {@link IllegalArgumentException} that names the first bad line. */
  public static DeclineTable read(InputStream in) throws IOException {
    Map<DeclineKey, DeclineRow> rows = new HashMap<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line : reader.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("kind,")) {
        DeclineRow row = DeclineRow.parse(line);
        Require.that(rows.put(row.key(), row) == null, "bad decline row, twice: " + line);
      }
    }
    Require.that(rows.containsKey(AUTHENTICATION), "no decline rows");
    return new DeclineTable(rows);
  }

  /**
   * The same table with one row the operator's way.
   *
   * @param text class, customer text, retries: {@code soft,insufficient_funds,2}; what is left out
   *     stays as it is, as far as the class allows
   * @throws IllegalArgumentException whose message says what the text must be
   */
  public DeclineTable with(DeclineKey key, String text) {
    DeclineRow row = rows.getOrDefault(key, DeclineRow.unknown(key)).overriddenBy(text);
    Require.that(
        !key.equals(AUTHENTICATION) || row.kind() == DeclineClass.AUTH,
        "must stay auth, because only the customer can approve");
    Require.that(
        !row.fraudLike() || row.advice().tell() == CustomerMessage.GENERIC_DECLINE,
        "must tell generic_decline, because Stripe wants fraud kept from the customer");
    Map<DeclineKey, DeclineRow> next = new HashMap<>(rows);
    next.put(key, row);
    return new DeclineTable(next);
  }

  /** What this refusal means. */
  public DeclineAdvice advise(Decline decline) {
    Optional<DeclineRow> known = row(DeclineKey.Kind.DECLINE, decline.code());
    DeclineAdvice byCode = byCode(decline, known);
    if (byCode.kind() == DeclineClass.AUTH) {
      return byCode;
    }
    DeclineAdvice advised =
        decline
            .adviceCode()
            .flatMap(code -> row(DeclineKey.Kind.ADVICE, code))
            .map(advice -> byAdvice(advice, byCode))
            .orElse(byCode);
    DeclineAdvice hardest = harder(advised, decline);
    return known.filter(DeclineRow::fraudLike).isPresent()
        ? hardest.telling(CustomerMessage.GENERIC_DECLINE)
        : hardest;
  }

  /** The codes of one kind that the table has a row for. */
  public Set<String> codes(DeclineKey.Kind kind) {
    return rows.keySet().stream()
        .filter(key -> key.kind() == kind)
        .map(DeclineKey::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static DeclineAdvice byCode(Decline decline, Optional<DeclineRow> known) {
    DeclineAdvice advice =
        known.orElseGet(() -> DeclineRow.unknown(DeclineKey.decline("unknown"))).advice();
    return decline.blocked() && advice.kind().isSoft() ? advice.as(DeclineClass.HARD, 0) : advice;
  }

  /** Stripe's advice sets the class, but a stop stays one, and a soft row knows its own pace. */
  private static DeclineAdvice byAdvice(DeclineRow advice, DeclineAdvice row) {
    boolean knowsBetter =
        row.kind() == DeclineClass.STOP || (advice.kind().isSoft() && row.kind().isSoft());
    return knowsBetter
        ? row
        : new DeclineAdvice(advice.kind(), advice.tell().orElse(row.tell()), advice.retries());
  }

  private DeclineAdvice harder(DeclineAdvice advised, Decline decline) {
    Optional<DeclineRow> network =
        decline
            .networkAdviceCode()
            .flatMap(code -> row(DeclineKey.Kind.NETWORK_ADVICE, code))
            .or(() -> decline.networkCode().flatMap(code -> row(DeclineKey.Kind.NETWORK, code)));
    return network
        .filter(row -> row.kind().compareTo(advised.kind()) > 0)
        .map(row -> row.advice().telling(advised.tell()))
        .orElse(advised);
  }

  /** The row of a code as Stripe sent it, which may be nothing that a row can have. */
  private Optional<DeclineRow> row(DeclineKey.Kind kind, String code) {
    return DeclineKey.isCode(code)
        ? Optional.ofNullable(rows.get(new DeclineKey(kind, code)))
        : Optional.empty();
  }
}
