package dev.offsession.localstack.soak;

import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What goes wrong at Stripe's side: a share of all calls of the API, a share of all webhooks. */
final class Disorder {
  private static final Map<String, Double> SHARES =
      Map.of(
          "hang", 0.005,
          "hang_after_effect", 0.005,
          "500", 0.005,
          "500_after_effect", 0.005,
          "409", 0.0025,
          "rate_limit", 0.0025);

  private static final double DUPLICATES = 0.05;

  private final SimulatorControl stripe;

  Disorder(Addresses addresses) {
    stripe = new SimulatorControl(addresses);
  }

  void begin() {
    SHARES.forEach(this::arm);
    stripe.post("/_sim/webhooks/mode", Map.of("duplicate_share", DUPLICATES));
  }

  private void arm(String fault, double share) {
    Map<String, Object> rule = new HashMap<>();
    rule.put("match", Map.of("path", "/v1/*", "probability", share));
    rule.put("fault", fault);
    rule.put("times", 0);
    if (fault.startsWith("hang")) {
      rule.put("ms", SoakSettings.HANG.toMillis());
    }
    stripe.post("/_sim/faults", rule);
  }

  /** From now on Stripe is well; for whoever has been waiting, too. */
  void end() {
    stripe.delete("/_sim/faults");
    stripe.post("/_sim/webhooks/mode", Map.of());
  }

  /** How often each fault has hit. */
  Map<String, Integer> hits() {
    Map<String, Integer> hits = new TreeMap<>();
    stripe
        .get("/_sim/faults")
        .path("fired")
        .properties()
        .forEach(one -> hits.put(one.getKey(), one.getValue().asInt()));
    return hits;
  }
}
