package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeRequested;

/** The same request five times is one charge; the same id with another amount is refused. */
final class RepeatedRequestIsAbsorbed implements Scene {
  private static final int TIMES = 5;

  @Override
  public String letter() {
    return "e";
  }

  @Override
  public String title() {
    return "same request 5 times, then the same id with another amount";
  }

  @Override
  public String expected() {
    return "SUCCEEDED > CONFLICTING_DUPLICATE > still SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("e");
    seen.doing("the customer saves a card");
    stage.saveCard(customer, "4242424242424242");

    seen.doing("the charge");
    var request = stage.request(customer, 1200, "jpy");
    stage.mustBePaid(request);
    for (int i = 0; i < TIMES; i++) {
      stage.publish(request);
    }
    seen.saw(stage.next(request));

    seen.doing("the answer to the other amount");
    stage.publish(ChargeRequested.newBuilder(request).setAmountMinor(9900).build());
    seen.saw(stage.first(request, ChargeEventType.CONFLICTING_DUPLICATE));

    var charge = stage.charge(request.getRequestId());
    seen.saw("still " + charge.path("state").asString("?"));
    seen.check(charge.path("amount_minor").asLong() == 1200, "the first charge was changed");
    seen.check(
        stage.ledger().paidOnce(request.getRequestId(), 1200, "jpy"),
        "the ledger does not show one charge of 1,200 JPY");
  }
}
