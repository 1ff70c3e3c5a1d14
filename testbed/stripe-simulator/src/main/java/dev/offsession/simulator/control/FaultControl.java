package dev.offsession.simulator.control;

import dev.offsession.simulator.faults.Fault;
import dev.offsession.simulator.faults.FaultKind;
import dev.offsession.simulator.faults.FaultRule;
import dev.offsession.simulator.faults.Faults;
import dev.offsession.simulator.render.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Arms and disarms faults. */
final class FaultControl {
  private static final int HANG_MILLIS = 120_000;
  private static final int LATENCY_MILLIS = 1_000;

  private final Faults faults;

  FaultControl(Faults faults) {
    this.faults = faults;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/faults", (_, body) -> arm(body));
    api.add("GET", "/_sim/faults", (_, _) -> fired());
    api.add("DELETE", "/_sim/faults", (_, _) -> disarm());
  }

  private JsonNode arm(Body body) {
    Body match = body.object("match");
    FaultKind kind = FaultKind.named(body.required("fault"));
    faults.add(
        new FaultRule(
            match.text("method"),
            match.text("path"),
            match.text("customer"),
            match.pairs("metadata"),
            match.number("nth"),
            match.share("probability", 1),
            body.number("times", 1),
            new Fault(
                kind,
                body.number("ms", defaultMillis(kind)),
                body.text("should_retry"),
                body.text("retry_after"))));
    return armed();
  }

  private JsonNode disarm() {
    faults.clear();
    return armed();
  }

  private JsonNode fired() {
    Map<String, Integer> counts = new TreeMap<>();
    faults.fired().forEach((kind, count) -> counts.put(kind.wireName(), count));
    return Json.object().with("armed", faults.size()).with("fired", counts).done();
  }

  private JsonNode armed() {
    return Json.object().with("armed", faults.size()).done();
  }

  private static int defaultMillis(FaultKind kind) {
    return switch (kind) {
      case HANG, HANG_AFTER_EFFECT -> HANG_MILLIS;
      case LATENCY -> LATENCY_MILLIS;
      default -> 0;
    };
  }
}
