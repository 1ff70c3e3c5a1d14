package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.PaymentMethodId;
import java.util.List;
import java.util.Optional;

/** A saved card and the bank behind it, which answers each try from a list; its last word stays. */
final class SimCard {
  /** One answer of the bank. */
  sealed interface Word {
    record Approves() implements Word {}

    record Declines(String code, Optional<String> advice) implements Word {}

    /** Wants the customer; with the customer there, approves in the end or not. */
    record WantsCustomer(boolean thenApproves) implements Word {}

    /** Answers hours later. */
    record TakesTime(boolean thenApproves) implements Word {}
  }

  private static final Word YES = new Word.Approves();

  final PaymentMethodId id;
  private final List<Word> words;
  private int tries;

  /** Removed at Stripe: cannot be charged again. */
  boolean detached;

  SimCard(String id, List<Word> words) {
    this.id = new PaymentMethodId(id);
    this.words = words;
  }

  Card card() {
    return new Card(id, Optional.of("visa"), Optional.of("4242"));
  }

  Word next() {
    return words.get(Math.min(tries++, words.size() - 1));
  }

  /** A bank of any mood. */
  static SimCard any(String id, Dice dice) {
    return new SimCard(
        id,
        switch (dice.below(14)) {
          case 0, 1, 2, 3 -> List.of(YES);
          case 4 -> List.of(no("insufficient_funds"), YES);
          case 5 -> List.of(no("insufficient_funds"), no("do_not_honor"), YES);
          case 6 -> List.of(no("processing_error"), no("processing_error"), YES);
          case 7 -> List.of(no(dice.any(List.of("expired_card", "lost_card", "stolen_card"))));
          case 8 -> List.of(no("stop_payment_order"));
          case 9, 10 -> List.of(new Word.WantsCustomer(dice.chance(0.7)));
          case 11 -> List.of(no("insufficient_funds"), new Word.WantsCustomer(true), YES);
          case 12 ->
              List.of(new Word.Declines("generic_decline", Optional.of("try_again_later")), YES);
          default -> List.of(new Word.TakesTime(dice.chance(0.5)), YES);
        });
  }

  static Word no(String code) {
    return new Word.Declines(code, Optional.empty());
  }
}
