package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;

/** The shop withdraws the charge while the customer has been asked: the page says so. */
final class CanceledBeforePayment implements Scene {
  @Override
  public String letter() {
    return "g";
  }

  @Override
  public String title() {
    return "canceled before payment";
  }

  @Override
  public String expected() {
    return "AUTHENTICATION_REQUIRED > CANCELED > intent canceled > page canceled";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("g");
    seen.doing("the customer saves a card");
    stage.saveCard(customer, "4000002760003184");

    seen.doing("the bank's answer");
    var request = stage.request(customer, 1200, "jpy");
    stage.publish(request);
    var asked = stage.next(request);
    seen.saw(asked);
    seen.doing("the mail");
    var link = Stage.linkIn(stage.mail(customer));

    seen.doing("the cancellation");
    stage.cancel(request, "order withdrawn");
    var canceled = stage.next(request, asked);
    seen.saw(canceled);
    seen.checkSamePayment(asked, canceled);

    seen.saw("intent " + stage.intentStatus(String.valueOf(canceled.getPaymentIntentId())));
    seen.doing("the page");
    seen.saw("page " + stage.customerActs(agent -> agent.statusShown(link)));
  }
}
