package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.Event;
import java.util.List;

/**
 * A call that has been dealt with.
 *
 * @param afterwards events to send once the reply is out
 * @param replayed the answer was a saved one
 */
public record Handled(HttpReply reply, List<Event> afterwards, boolean replayed) {

  /** A reply that nothing follows. */
  public static Handled of(HttpReply reply) {
    return new Handled(reply, List.of(), false);
  }

  Handled with(HttpReply other) {
    return new Handled(other, afterwards, replayed);
  }
}
