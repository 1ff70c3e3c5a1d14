package dev.offsession.charging.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What each refusal means, read from a table. Order of authority: the demand for authentication,
 * Stripe's advice code, the decline code, then the network's own codes, which can only make it
 * harder. Codes that the table does not know are soft, once: Stripe's list grows.
 */
public final class DeclineTable {
  private static final DeclineAdvice UNKNOWN =
      new DeclineAdvice(DeclineClass.SOFT, CustomerMessage.GENERIC_DECLINE, 1);
  private static final int RETRIES_ON_ADVICE = 3;

  private final Map<String, DeclineAdvice> rows;

  private DeclineTable(Map<String, DeclineAdvice> rows) {
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
    Map<String, DeclineAdvice> rows = new HashMap<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line : reader.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("kind,")) {
        add(rows, line);
      }
    }
    Require.that(rows.containsKey("decline:authentication_required"), "no decline rows");
    return new DeclineTable(rows);
  }

  /** What this refusal means. */
  public DeclineAdvice advise(Decline decline) {
    DeclineAdvice byCode = byCode(decline);
    if (byCode.kind() == DeclineClass.AUTH) {
      return byCode;
    }
    DeclineAdvice advised = decline.adviceCode().map(a -> byAdvice(a, byCode)).orElse(byCode);
    return harder(advised, decline);
  }

  /** The decline codes of the table. */
  public Set<String> codes() {
    return rows.keySet();
  }

  private DeclineAdvice byCode(Decline decline) {
    DeclineAdvice row = row("decline", decline.code()).orElse(UNKNOWN);
    return decline.blocked() && row.kind().isSoft() ? row.as(DeclineClass.HARD, 0) : row;
  }

  private static DeclineAdvice byAdvice(String advice, DeclineAdvice row) {
    if (row.kind() == DeclineClass.STOP) {
      return row;
    }
    return switch (advice) {
      case "do_not_try_again" -> row.as(DeclineClass.HARD, 0);
      case "confirm_card_data" ->
          row.as(DeclineClass.HARD, 0).telling(CustomerMessage.CARD_DETAILS);
      case "try_again_later" ->
          row.kind().isSoft() ? row : row.as(DeclineClass.SOFT, RETRIES_ON_ADVICE);
      default -> row;
    };
  }

  private DeclineAdvice harder(DeclineAdvice advised, Decline decline) {
    Optional<DeclineAdvice> network =
        decline
            .networkAdviceCode()
            .flatMap(code -> row("network-advice", code))
            .or(() -> decline.networkCode().flatMap(code -> row("network", code)));
    return network
        .filter(row -> row.kind().compareTo(advised.kind()) > 0)
        .map(row -> row.telling(advised.tell()))
        .orElse(advised);
  }

  private Optional<DeclineAdvice> row(String kind, String code) {
    return Optional.ofNullable(rows.get(kind + ":" + code));
  }

  private static void add(Map<String, DeclineAdvice> rows, String line) {
    List<String> cells = List.of(line.strip().split(",", -1));
    Require.that(cells.size() == 5, "a decline row has five cells: " + line);
    Require.that(
        Set.of("decline", "network", "network-advice").contains(cells.getFirst()),
        "unknown kind of decline row: " + line);
    try {
      DeclineAdvice advice =
          new DeclineAdvice(
              DeclineClass.parse(cells.get(2)),
              CustomerMessage.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
              Integer.parseInt(cells.get(4)));
      Require.that(rows.put(cells.get(0) + ":" + cells.get(1), advice) == null, "twice: " + line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("bad decline row: " + line, e);
    }
  }
}
