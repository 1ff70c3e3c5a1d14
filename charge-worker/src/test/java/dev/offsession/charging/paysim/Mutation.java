package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.usecase.ChargeService;

/** A deliberate mistake, put between the use cases and their ports. The default changes nothing. */
interface Mutation {
  /** No mistake at all. */
  Mutation NONE = new Mutation() {};

  default ChargeStore store(ChargeStore real, Worker worker) {
    return real;
  }

  default PaymentGateway gateway(PaymentGateway real, Worker worker) {
    return real;
  }

  default EventOutlet outlet(EventOutlet real, Worker worker) {
    return real;
  }

  default ChargeService.Rules rules(ChargeService.Rules real) {
    return real;
  }

  default IntentReader reader(IntentReader real) {
    return real;
  }

  /** Offsets of this topic are committed before its records are handled. */
  default boolean commitsFirst(String topic) {
    return false;
  }

  /** Events are remembered as seen before they are handled. */
  default boolean marksFirst() {
    return false;
  }

  /** Somebody looks at what is due. */
  default boolean hasDueLoop() {
    return true;
  }
}
