package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;

/** A request that cannot be charged is answered with the reason; Stripe is never asked. */
final class InvalidRequestIsRejected implements Scene {
  @Override
  public String letter() {
    return "f";
  }

  @Override
  public String title() {
    return "invalid request: 0 JPY";
  }

  @Override
  public String expected() {
    return "REJECTED amount_not_positive";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("f");

    seen.doing("the answer");
    var request = stage.request(customer, 0, "jpy");
    stage.publish(request);
    var answer = stage.next(request);
    var rejection = answer.getRejection();
    seen.saw(answer.getType() + (rejection == null ? "" : " " + rejection.getReasonCode()));
    seen.check(answer.getPaymentIntentId() == null, "Stripe was asked for a PaymentIntent");
  }
}
