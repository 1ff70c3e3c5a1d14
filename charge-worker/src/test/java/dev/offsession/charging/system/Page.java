package dev.offsession.charging.system;

import com.stripe.param.PaymentIntentConfirmParams;

/** What the customer does on the recovery page: an on-session confirm, then the challenge. */
final class Page {
  private final Sim sim;

  Page(Sim sim) {
    this.sim = sim;
  }

  void approve(String intent, String method) {
    confirm(intent, method);
    sim.challenge(intent, "complete");
  }

  void failChallenge(String intent, String method) {
    confirm(intent, method);
    sim.challenge(intent, "fail");
  }

  void confirm(String intent, String method) {
    PaymentIntentConfirmParams params =
        PaymentIntentConfirmParams.builder().setPaymentMethod(method).setUseStripeSdk(true).build();
    Sim.call(() -> sim.stripe().v1().paymentIntents().confirm(intent, params));
  }
}
