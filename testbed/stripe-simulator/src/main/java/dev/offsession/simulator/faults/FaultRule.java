package dev.offsession.simulator.faults;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault hits. Null means any.
 *
 * @param path with {@code *} for any text, for example {@code /v1/payment_intents/*}{@code
 *     /confirm}
 * @param customer a customer id that the call or its intent names
 * @param metadata pairs that the call or its intent carries
 * @param nth hits only the nth matching call, counted from 1
 * @param probability share of the matching calls that are hit
 * @param times how many calls it hits; 0 for all
 */
public record FaultRule(
    @Nullable String method,
    @Nullable String path,
    @Nullable String customer,
    Map<String, String> metadata,
    @Nullable Integer nth,
    double probability,
    int times,
    Fault fault) {

  /** A call as a rule sees it. */
  public record Subject(
      String method, String path, @Nullable String customer, Map<String, String> metadata) {}

  boolean fits(Subject call) {
    return (method == null || method.equalsIgnoreCase(call.method))
        && (path == null || pattern(path).matcher(call.path).matches())
        && (customer == null || customer.equals(call.customer))
        && call.metadata.entrySet().containsAll(metadata.entrySet());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
  }
}
