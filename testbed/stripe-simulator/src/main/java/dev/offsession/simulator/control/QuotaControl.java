package dev.offsession.simulator.control;

import dev.offsession.simulator.quota.Quotas;
import dev.offsession.simulator.render.Json;
import tools.jackson.databind.JsonNode;

/** Sets how many calls a second are taken, and tells how many were. */
final class QuotaControl {
  private final Quotas quotas;

  QuotaControl(Quotas quotas) {
    this.quotas = quotas;
  }

  void addTo(ControlApi api) {
    api.add("POST", "/_sim/quotas", (_, body) -> set(body));
    api.add("GET", "/_sim/quotas", (_, _) -> counts());
  }

  private JsonNode set(Body body) {
    quotas.set(body.number("account_per_second", 0), body.number("endpoint_per_second", 0));
    return counts();
  }

  private JsonNode counts() {
    Quotas.Count count = quotas.count();
    return Json.object().with("admitted", count.admitted()).with("refused", count.refused()).done();
  }
}
