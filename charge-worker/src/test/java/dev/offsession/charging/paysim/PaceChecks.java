package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.PaymentIntentId;
import java.util.HashMap;
import java.util.Map;

/**
 * How often Stripe is asked about one intent while it is away. By the look plan that is a dozen
 * times in 30 hours; dying processes, failing writes and late events make it more, a charge that
 * does not back off makes it thousands.
 */
final class PaceChecks {
  private static final int CALLS_MAX = 100;

  private record Asked(int outage, PaymentIntentId intent) {}

  private final Simulation sim;
  private final Checks checks;
  private final Map<Asked, Integer> calls = new HashMap<>();

  PaceChecks(Simulation sim, Checks checks) {
    this.sim = sim;
    this.checks = checks;
  }

  /** A call is about to be sent. */
  void calling(PaymentIntentId intent) {
    if (sim.faults().stripeIsAway()) {
      int count = calls.merge(new Asked(sim.faults().stripeOutage(), intent), 1, Integer::sum);
      checks.require(count <= CALLS_MAX, "PACE", count + " calls into an outage: " + intent);
    }
  }

  /** Calls that went nowhere, over all outages. */
  int intoOutages() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }
}
