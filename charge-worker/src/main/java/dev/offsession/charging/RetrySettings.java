package dev.offsession.charging;

import dev.offsession.charging.domain.DeclineKey;
import dev.offsession.charging.domain.DeclineTable;
import dev.offsession.charging.domain.RetryBudget;
import dev.offsession.charging.domain.RetryDelays;
import dev.offsession.charging.domain.RetryPolicy;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the retry policy out of the service's settings, or says which one is wrong. */
final class RetrySettings {
  private static final String PREFIX = "offsession.charging.";

  private RetrySettings() {}

  static RetryPolicy of(ChargingProperties properties) {
    return new RetryPolicy(
        declines(properties),
        delays(properties.retryDelays()),
        budget(properties),
        properties.retryDay(),
        properties.otherMethod());
  }

  private static RetryBudget budget(ChargingProperties properties) {
    if (properties.cardRefusalsMax() > RetryBudget.REFUSALS_KEPT) {
      throw SettingException.wrong(
          PREFIX + "card-refusals-max", "must be 1 to " + RetryBudget.REFUSALS_KEPT);
    }
    return new RetryBudget(
        properties.attemptsMax(),
        properties.retryWindowDays(),
        properties.cardRefusalsMax(),
        properties.cardWindowDays());
  }

  private static RetryDelays delays(ChargingProperties.Delays delays) {
    check("soft", delays.soft());
    check("soft-long", delays.softLong());
    check("soft-short", delays.softShort());
    return new RetryDelays(delays.soft(), delays.softLong(), delays.softShort());
  }

  private static void check(String plan, List<Duration> delays) {
    if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.toMinutes() < 1)) {
      throw SettingException.wrong(
          PREFIX + "retry-delays." + plan, "must be a list of waits of at least 1m, such as 1d,3d");
    }
  }

  private static DeclineTable declines(ChargingProperties properties) {
    DeclineTable table = DeclineTable.standard();
    table = with(table, DeclineKey.Kind.DECLINE, "declines", properties.declines());
    table = with(table, DeclineKey.Kind.ADVICE, "advice-codes", properties.adviceCodes());
    table = with(table, DeclineKey.Kind.NETWORK, "network-codes", properties.networkCodes());
    return with(
        table,
        DeclineKey.Kind.NETWORK_ADVICE,
        "network-advice-codes",
        properties.networkAdviceCodes());
  }

  private static DeclineTable with(
      DeclineTable table, DeclineKey.Kind kind, String setting, Map<String, String> rows) {
    DeclineTable changed = table;
    for (Map.Entry<String, String> row : rows.entrySet()) {
      try {
        changed = changed.with(new DeclineKey(kind, code(kind, row.getKey())), row.getValue());
      } catch (IllegalArgumentException e) {
        throw SettingException.wrong(PREFIX + setting + "." + row.getKey(), sentence(e));
      }
    }
    return changed;
  }

  /** An environment variable writes a code's underscores as dots, and networks write capitals. */
  private static String code(DeclineKey.Kind kind, String key) {
    String code = key.replace('.', '_').replace('-', '_');
    boolean ofStripe = kind == DeclineKey.Kind.DECLINE || kind == DeclineKey.Kind.ADVICE;
    return ofStripe ? code.toLowerCase(Locale.ROOT) : code.toUpperCase(Locale.ROOT);
  }

  private static String sentence(IllegalArgumentException refused) {
    String message = refused.getMessage();
    return message != null && message.startsWith("must ")
        ? message
        : "must be named for a code of letters, digits and underscores";
  }
}
