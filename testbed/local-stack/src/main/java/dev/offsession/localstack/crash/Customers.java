package dev.offsession.localstack.crash;

import dev.offsession.localstack.TestCard;
import dev.offsession.localstack.browser.HttpCustomer;
import dev.offsession.localstack.client.CustomerCards;
import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.MerchantApi.SavedCard;
import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import java.util.Map;

/** The customers of all runs: each has the card that its kind of charge needs. */
final class Customers {
  static final String OK = "crash-ok";
  static final String SHORT = "crash-short";
  static final String AUTHENTICATION = "crash-authentication";
  static final String DECLINED = "crash-declined";
  static final String RESTLESS = "crash-restless";
  private static final String OTHER_GOOD_CARD = "5555555555554444";

  private final MerchantApi merchant;
  private final SimulatorControl stripe;
  private final CustomerCards cards;
  private final SavedCard shortOfFunds;
  private final SavedCard first;
  private final SavedCard second;
  private boolean secondIsDefault = true;

  /** Registers them and saves their cards, by the pages' own calls. */
  Customers(Addresses addresses) {
    merchant = new MerchantApi(addresses);
    stripe = new SimulatorControl(addresses);
    cards = new CustomerCards(merchant, new HttpCustomer(addresses.simulator()));
    save(OK, TestCard.OK.number());
    save(AUTHENTICATION, TestCard.NEEDS_AUTH.number());
    save(DECLINED, TestCard.DECLINED.number());
    shortOfFunds = save(SHORT, TestCard.OK.number());
    first = save(RESTLESS, TestCard.OK.number());
    second = save(RESTLESS, OTHER_GOOD_CARD);
  }

  private SavedCard save(String reference, String cardNumber) {
    merchant.putCustomer(
        reference, reference + "@customer.example", "Jordan Smith", "en", "Europe/London");
    return cards.save(reference, cardNumber);
  }

  /** The bank refuses the next charge of this customer, and takes the one after. */
  void letFundsBeShortOnce() {
    stripe.post(
        "/_sim/cards/" + shortOfFunds.paymentMethodId() + "/next",
        Map.of("outcome", "decline", "decline_code", "insufficient_funds"));
  }

  /** News of a customer's methods goes out to charge-worker. */
  void changeTheirMind() {
    secondIsDefault = !secondIsDefault;
    merchant.makeDefault(RESTLESS, (secondIsDefault ? second : first).paymentMethodId());
  }
}
