package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import tools.jackson.databind.JsonNode;

final class TriggerControl {
  TriggerControl(Account account) {}

  void addTo(ControlApi api) {
    JsonNode none = dev.offsession.simulator.render.Json.object().done();
    api.add("POST", "/_sim/trigger", (_, _) -> none);
  }
}
