package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;

/** The customer saves a card on the page; later it is charged while they are away. */
final class SavedCardIsCharged implements Scene {
  @Override
  public String letter() {
    return "a";
  }

  @Override
  public String title() {
    return "card 4242 saved on the page, 1,200 JPY";
  }

  @Override
  public String expected() {
    return "SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.japaneseCustomer("a");
    seen.doing("the customer saves a card");
    stage.saveCard(customer, "4242424242424242");

    seen.doing("the charge");
    var request = stage.charge(customer, 1200, "jpy");
    seen.saw(stage.next(request));
  }
}
