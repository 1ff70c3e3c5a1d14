package dev.offsession.localstack.demo.scenes;

import dev.offsession.localstack.demo.DemoCustomer;
import dev.offsession.localstack.demo.Observations;
import dev.offsession.localstack.demo.Scene;
import dev.offsession.localstack.demo.Stage;
import java.util.function.Function;

/** The bank answers 402 and wants the customer: a mail brings them to a page, they approve. */
final class AuthenticationByMail implements Scene {
  private final String cardNumber;
  private final String language;
  private final String subject;
  private final Function<Stage, DemoCustomer> customer;

  private AuthenticationByMail(
      String cardNumber, String language, String subject, Function<Stage, DemoCustomer> customer) {
    this.cardNumber = cardNumber;
    this.language = language;
    this.subject = subject;
    this.customer = customer;
  }

  static Scene inJapanese(String cardNumber) {
    return new AuthenticationByMail(
        cardNumber, "Japanese", "お支払い(1,200円)", stage -> stage.japaneseCustomer("b1"));
  }

  static Scene inEnglish(String cardNumber) {
    return new AuthenticationByMail(
        cardNumber, "English", "Confirm your ¥1,200 payment", stage -> stage.englishCustomer("b2"));
  }

  @Override
  public String letter() {
    return "b";
  }

  @Override
  public String title() {
    return "card " + cardNumber + ": 402, mail in " + language + ", page, approved";
  }

  @Override
  public String expected() {
    return "AUTHENTICATION_REQUIRED > SUCCEEDED";
  }

  @Override
  public void play(Stage stage, Observations seen) {
    var payer = customer.apply(stage);
    seen.doing("the customer saves a card");
    stage.saveCard(payer, cardNumber);

    seen.doing("the bank's answer");
    var request = stage.charge(payer, 1200, "jpy");
    var asked = stage.next(request);
    seen.saw(asked);

    seen.doing("the mail");
    var mail = stage.mail(payer);
    seen.check(mail.subject().contains(subject), "the mail says: " + mail.subject());

    seen.doing("the customer approves the payment");
    stage.customerActs(agent -> {
      agent.approvePayment(Stage.linkIn(mail));
      return true;
    });
    var paid = stage.next(request, asked);
    seen.saw(paid);
    seen.checkSamePayment(asked, paid);
  }
}
