package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The simulator's control API, {@code /_sim}: the ledger, forced outcomes, extra events. */
public final class SimulatorControl {
  private final HttpJson http;

  /** The simulator at these addresses. */
  public SimulatorControl(Addresses addresses) {
    http = new HttpJson(addresses.simulator(), null);
  }

  /** Every movement of money: the judge of end-to-end tests. */
  public JsonNode ledger() {
    return http.get("/_sim/ledger");
  }

  /** The same for the charges whose request id begins so. */
  public JsonNode ledger(String requests) {
    return http.get("/_sim/ledger/" + requests);
  }

  /** Any other read. */
  public JsonNode get(String path) {
    return http.get(path);
  }

  /** Any other act, with a JSON body. */
  public JsonNode post(String path, @Nullable Map<String, ?> body) {
    return http.send("POST", path, body);
  }

  /** Takes back what an act has left. */
  public void delete(String path) {
    http.send("DELETE", path, null);
  }
}
