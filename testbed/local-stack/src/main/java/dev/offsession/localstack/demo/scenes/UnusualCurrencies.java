package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeRequested;

/** A currency with three decimals, and one that people write without and Stripe with two. */
final class UnusualCurrencies implements Scene {
  private static final long KWD_1_230 = 1_230;
  private static final long ISK_500 = 50_000;

  @Override
  public String letter() {
    return "h";
  }

  @Override
  public String title() {
    return "KWD 1.230 (sent as 1230) and ISK 500 (sent as 50000)";
  }

  @Override
  public String expected() {
    return "SUCCEEDED > SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("h");
    seen.doing("the customer saves a card");
    stage.saveCard(customer, "4242424242424242");

    seen.doing("the charges");
    var dinars = stage.charge(customer, KWD_1_230, "kwd");
    var crowns = stage.charge(customer, ISK_500, "isk");
    collect(stage, seen, dinars);
    collect(stage, seen, crowns);
  }

  private static void collect(Stage stage, Observations seen, ChargeRequested request) {
    ChargeEvent end = stage.next(request);
    seen.saw(end);
    seen.check(
        end.getSuccess() != null
            && end.getSuccess().getAmountReceivedMinor() == request.getAmountMinor(),
        request.getCurrency() + ": another amount was received");
    seen.check(
        stage
            .ledger()
            .paidOnce(request.getRequestId(), request.getAmountMinor(), request.getCurrency()),
        request.getCurrency() + ": the ledger shows another amount");
  }
}
