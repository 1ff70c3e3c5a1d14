package dev.offsession.localstack.soak;

import dev.offsession.localstack.TestCard;
import dev.offsession.localstack.browser.HttpCustomer;
import dev.offsession.localstack.client.CustomerCards;
import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The customers of a soak, so and so many for each kind of charge. */
final class Cast {
  /**
   * Of good customers there are many: whether the answer to a lost call is there is looked up among
   * the customer's intents of the last hour, and one customer rarely has thousands.
   */
  private static final int GOOD = 240;

  /** Of each other kind. */
  private static final int EACH = 12;

  private final MerchantApi merchant;
  private final SimulatorControl stripe;
  private final Map<Kind, String> names = new EnumMap<>(Kind.class);
  private final String[] cards = new String[EACH];

  /** Whom each charge that lacks funds belongs to: one at a time, so that it lacks them once. */
  private final int[] shortCharges = new int[EACH];

  private int turn;

  /** Registers all and saves their cards, by the pages' own calls. */
  Cast(Addresses addresses) {
    merchant = new MerchantApi(addresses);
    stripe = new SimulatorControl(addresses);
    try (HttpCustomer hand = new HttpCustomer(addresses.simulator())) {
      CustomerCards saving = new CustomerCards(merchant, hand);
      register(saving, Kind.GOOD, TestCard.OK);
      register(saving, Kind.SHORT, TestCard.OK);
      register(saving, Kind.DECLINED, TestCard.DECLINED);
      register(saving, Kind.AUTHENTICATION, TestCard.NEEDS_AUTH);
    }
    names.put(Kind.AHEAD, names.getOrDefault(Kind.GOOD, ""));
    Arrays.fill(shortCharges, -1);
  }

  private void register(CustomerCards saving, Kind kind, TestCard card) {
    String name = "soak-" + kind.name().toLowerCase(Locale.ROOT) + "-";
    names.put(kind, name);
    for (int i = 0; i < size(kind); i++) {
      String reference = name + i;
      merchant.putCustomer(
          reference, reference + "@customer.example", "Jordan Smith", "en", "Europe/London");
      String saved = saving.save(reference, card.number()).paymentMethodId();
      if (kind == Kind.SHORT) {
        cards[i] = saved;
      }
    }
  }

  private static int size(Kind kind) {
    return kind == Kind.GOOD || kind == Kind.AHEAD ? GOOD : EACH;
  }

  /** Customer of the charge with this number. */
  String reference(Kind kind, int number) {
    if (kind != Kind.SHORT) {
      return names.getOrDefault(kind, "") + number % size(kind);
    }
    for (int i = 0; i < EACH; i++) {
      if (shortCharges[i] == number) {
        return names.getOrDefault(kind, "") + i;
      }
    }
    throw new IllegalStateException("Nobody lacks funds for charge " + number);
  }

  /** Lets the bank refuse the charge once; false while every customer waits for an earlier one. */
  boolean lackFundsOnce(int number, Book book) {
    for (int tried = 0; tried < EACH; tried++) {
      turn = (turn + 1) % EACH;
      int before = shortCharges[turn];
      if (before < 0 || book.hasEnded(before)) {
        shortCharges[turn] = number;
        stripe.post(
            "/_sim/cards/" + cards[turn] + "/next",
            Map.of("outcome", "decline", "decline_code", "insufficient_funds"));
        return true;
      }
    }
    return false;
  }
}
