package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.CustomerReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Words for stories that a test tells in the simulation. */
final class Scenes {
  static final ChargeRequestId ORDER = new ChargeRequestId("order-1");
  static final CustomerReference ALICE = new CustomerReference("c1");
  static final SimCard.Word APPROVES = new SimCard.Word.Approves();

  private Scenes() {}

  /** Alice, known to us, whose bank answers each try with the next of these words. */
  static void alice(Simulation sim, SimCard.Word... words) {
    sim.people().moveWithCard(ALICE.value(), List.of(words));
  }

  /** A request for the order, some time from now. */
  static ChargeRequest request(Simulation sim, long amount) {
    Instant now = Instant.ofEpochMilli(sim.now());
    return new ChargeRequest(
        ORDER,
        ALICE,
        amount,
        "jpy",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        Optional.of(now.plus(Duration.ofDays(10))),
        now);
  }

  /** It lies in the topic from then on, on the partition of this key. */
  static void ask(Simulation sim, long millis, String key, ChargeRequest request) {
    sim.timeline()
        .in(
            millis,
            () -> {
              sim.checks().asked(request);
              sim.kafka().requests().publish(key, request);
            });
  }

  static Charge charge(Simulation sim) {
    return sim.database().row(ORDER).orElseThrow().held().charge();
  }

  static long documents(Simulation sim) {
    return sim.database().all().size();
  }

  static long payments(Simulation sim) {
    return sim.stripe().all().stream().filter(SimIntent::isPaid).count();
  }
}
