package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;
import java.time.temporal.ChronoUnit;

/** The account is short today; the charge is tried again by itself, at the announced time. */
final class ShortOfFundsIsRetried implements Scene {
  @Override
  public String letter() {
    return "d";
  }

  @Override
  public String title() {
    return "insufficient funds, tried again by itself";
  }

  @Override
  public String expected() {
    return "RETRY_SCHEDULED > SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("d");
    seen.doing("the customer saves a card");
    var card = stage.saveCard(customer, "4242424242424242");
    stage.refuseNext(card, "insufficient_funds");

    seen.doing("the bank's answer");
    var request = stage.charge(customer, 1200, "jpy");
    var scheduled = stage.next(request);
    seen.saw(scheduled);
    var retry = scheduled.getRetry();
    seen.check(retry != null, "the event does not say when it is tried again");

    seen.doing("the next attempt");
    var paid = stage.next(request, scheduled);
    seen.saw(paid);
    seen.checkSamePayment(scheduled, paid);
    if (retry != null) {
      seen.remark("retry announced for " + retry.getAt().truncatedTo(ChronoUnit.SECONDS));
      seen.check(!paid.getOccurredAt().isBefore(retry.getAt()), "tried before the announced time");
    }
  }
}
