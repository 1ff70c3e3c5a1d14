package dev.offsession.localstack.demo;

import dev.offsession.schemas.ChargeEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened in one scene: the states in their order, the payments, and what was wrong. */
public final class Observations {
  private static final String THEN = " > ";

  private final List<String> states = new ArrayList<>();
  private final Set<String> paymentIntents = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private String step = "";

  /** What the scene waits for at this moment, for whoever watches. */
  public synchronized void doing(String now) {
    step = now;
  }

  /** A charge reached this state. */
  public synchronized void saw(ChargeEvent event) {
    saw(event.getType().name());
    var intent = event.getPaymentIntentId();
    if (intent != null) {
      paymentIntents.add(intent);
    }
  }

  /** Something else that belongs to the course of the scene. */
  public synchronized void saw(String state) {
    states.add(state);
  }

  /** Worth telling, but not part of the judgement. */
  public synchronized void remark(String text) {
    remarks.add(text);
  }

  /** What must hold; if it does not, the scene has failed and says why. */
  public synchronized void check(boolean holds, String otherwise) {
    if (!holds) {
      complaints.add(otherwise);
    }
  }

  /** All these events are about one and the same payment. */
  public void checkSamePayment(ChargeEvent first, ChargeEvent later) {
    check(
        first.getPaymentIntentId() != null
            && first.getPaymentIntentId().equals(later.getPaymentIntentId()),
        "the PaymentIntent changed from %s to %s"
            .formatted(first.getPaymentIntentId(), later.getPaymentIntentId()));
  }

  synchronized String actual() {
    return states.isEmpty() ? "nothing" : String.join(THEN, states);
  }

  synchronized List<String> paymentIntents() {
    return List.copyOf(paymentIntents);
  }

  synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  synchronized String step() {
    return step;
  }

  synchronized @Nullable String verdict(String expected) {
    if (!actual().equals(expected)) {
      return "expected " + expected;
    }
    return complaints.isEmpty() ? null : String.join("; ", complaints);
  }
}
