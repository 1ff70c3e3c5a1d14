package dev.offsession.charging.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The currencies Stripe charges in, and how it counts them. Our own table, because the JDK's digits
 * are wrong for Stripe in ISK, UGX and MGA (docs.stripe.com/currencies).
 */
public final class CurrencyTable {
  private static final CurrencyTable STANDARD = load();

  private final Map<String, CurrencyRule> rules;

  private CurrencyTable(Map<String, CurrencyRule> rules) {
    this.rules = Map.copyOf(rules);
  }

  /** The table that comes with this version. */
  public static CurrencyTable standard() {
    return STANDARD;
  }

  /** How Stripe counts this currency; empty when it does not know it. */
  public Optional<CurrencyRule> rule(String lowerCaseCode) {
    return Optional.ofNullable(rules.get(lowerCaseCode));
  }

  Collection<CurrencyRule> all() {
    return rules.values();
  }

  private static CurrencyTable load() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    CurrencyTable.class.getResourceAsStream("currencies.csv"),
                    "currencies.csv is missing"),
                StandardCharsets.UTF_8))) {
      return new CurrencyTable(
          reader
              .lines()
              .filter(line -> line.matches("[a-z]{3},.*"))
              .map(CurrencyTable::parse)
              .collect(Collectors.toMap(CurrencyRule::code, Function.identity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CurrencyRule parse(String line) {
    List<String> cells = List.of(line.split(",", -1));
    return new CurrencyRule(
        cells.get(0),
        Integer.parseInt(cells.get(1)),
        Integer.parseInt(cells.get(2)),
        Long.parseLong(cells.get(3)),
        Integer.parseInt(cells.get(4)));
  }
}
