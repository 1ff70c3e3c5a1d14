package dev.offsession.localstack.drills;

import dev.offsession.localstack.client.SimulatorControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * webhook-ingest is down for ten minutes of Stripe's time, until Stripe has given up every webhook.
 * When it is back the topic becomes complete without a human.
 */
final class OutageDrill implements WebhookDrill {

  private static final int STEPS = 20;
  private static final int PAYMENTS_PER_STEP = 25;
  private static final String STEP = "PT30S";

  /** The simulator's fast plan: one attempt, and again after 1, 5 and 15 s of its time. */
  private static final int ATTEMPTS = 4;

  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "outage";
  }

  @Override
  public String promise() {
    return "down for 10 minutes with 1,000 events, webhooks exhausted: the topic becomes complete";
  }

  @Override
  public Findings play(Front front) {
    List<String> complaints = new ArrayList<>();
    front.account().makesAndCancelsAPayment();
    check(Waiting.until(() -> isComplete(front), LIMIT), "the topic was not complete", complaints);
    Set<String> before = front.account().eventIds();
    front.killIngest();
    for (int i = 0; i < STEPS; i++) {
      for (int p = 0; p < PAYMENTS_PER_STEP; p++) {
        front.account().makesAndCancelsAPayment();
      }
      letTimePass(front);
    }
    Set<String> missed = new HashSet<>(front.account().eventIds());
    missed.removeAll(before);
    check(
        Waiting.until(() -> areExhausted(front, missed), LIMIT),
        "Stripe has not given up all of them",
        complaints);

    long begin = System.nanoTime();
    front.startIngest();
    check(Waiting.until(() -> isComplete(front), LIMIT), "the topic has a gap", complaints);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    Set<String> listed = front.account().eventIds();
    int onTopic = front.topic().distinct().size();
    check(onTopic == listed.size(), onTopic + " of " + listed.size() + " events", complaints);
    long fetched = front.topic().backfilled(missed);
    check(fetched == missed.size(), fetched + " of the missed were fetched", complaints);
    return new Findings(
        List.of(
            "%d missed, %d fetched, %d on the topic and %d in Stripe's list, complete %.1f s after"
                    .formatted(
                        missed.size(), fetched, onTopic, listed.size(), took.toMillis() / 1000.0)
                + " the start"),
        complaints);
  }

  private static void letTimePass(Front front) {
    front.simulator().post("/_sim/clock", Map.of("advance", STEP));
  }

  private static boolean isComplete(Front front) {
    return front.topic().distinct().containsAll(front.account().eventIds());
  }

  /** A further attempt is due once the one before has been noted, so time goes on in steps. */
  private static boolean areExhausted(Front front, Set<String> ids) {
    letTimePass(front);
    Map<String, Integer> attempts = attempts(front.simulator());
    return ids.stream().allMatch(id -> attempts.getOrDefault(id, 0) == ATTEMPTS);
  }

  private static Map<String, Integer> attempts(SimulatorControl simulator) {
    Map<String, Integer> attempts = new HashMap<>();
    JsonNode log = simulator.get("/_sim/deliveries");
    JsonNode entries = log.isArray() ? log : log.path("data");
    entries.forEach(entry -> {
      if (!entry.path("delivered").asBoolean()) {
        attempts.merge(entry.path("event").asString(), 1, Integer::sum);
      }
    });
    return attempts;
  }

  private static void check(boolean holds, String otherwise, List<String> complaints) {
    if (!holds) {
      complaints.add(otherwise);
    }
  }
}
