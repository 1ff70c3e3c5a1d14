package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;

/** The card is refused for good: the customer pays with another, which serves from then on. */
final class RefusedCardIsReplaced implements Scene {
  @Override
  public String letter() {
    return "c";
  }

  @Override
  public String title() {
    return "card ...0341 refused, mail, page, 4242 pays and is the default from then on";
  }

  @Override
  public String expected() {
    return "PAYMENT_METHOD_REQUIRED > SUCCEEDED > next charge SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var customer = stage.englishCustomer("c");
    seen.doing("the customer saves a card");
    stage.saveCard(customer, "4000000000000341");

    seen.doing("the bank's answer");
    var request = stage.charge(customer, 1200, "jpy");
    var refused = stage.next(request);
    seen.saw(refused);

    seen.doing("the mail");
    var mail = stage.mail(customer);

    seen.doing("the customer pays with another card");
    stage.customerActs(agent -> {
      agent.payWithNewCard(Stage.linkIn(mail), "4242424242424242");
      return true;
    });
    var paid = stage.next(request, refused);
    seen.saw(paid);
    seen.checkSamePayment(refused, paid);

    seen.doing("the new card to become the default");
    seen.check(stage.becomesDefault(customer, "4242"), "the new card is not the default");
    var later = stage.next(stage.charge(customer, 1200, "jpy"));
    seen.saw("next charge " + later.getType());
    seen.check(
        later.getCard() != null && "4242".equals(later.getCard().getLast4()),
        "the next charge did not use the new card");
  }
}
