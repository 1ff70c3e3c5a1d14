package dev.offsession.collector.pages;

import dev.offsession.collector.cards.CardFace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Card brands by the names people know. */
public final class CardText {
  private static final Map<String, String> NAMES =
      Map.of(
          "visa", "Visa",
          "mastercard", "Mastercard",
          "amex", "American Express",
          "jcb", "JCB",
          "diners", "Diners Club",
          "discover", "Discover",
          "unionpay", "UnionPay",
          "eftpos_au", "eftpos");

  private CardText() {}

  /** The card with a readable brand; null stays null. */
  public static @Nullable CardFace of(@Nullable CardFace card) {
    return card == null
        ? null
        : new CardFace(NAMES.getOrDefault(card.brand(), card.brand()), card.last4());
  }
}
