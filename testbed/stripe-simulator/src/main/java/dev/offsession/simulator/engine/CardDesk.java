package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.CardNumber;
import dev.offsession.simulator.card.TestCard;
import dev.offsession.simulator.card.TestCards;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Turns typed card details into a {@link Card}, refusing what Stripe would refuse. */
final class CardDesk {
  private final SimulatedClock clock;

  CardDesk(SimulatedClock clock) {
    this.clock = clock;
  }

  Card read(CardEntry entry) {
    String number = entry.number().replaceAll("[\\s-]", "");
    if (!CardNumber.isValid(number)) {
      throw Refusal.cardDetails("incorrect_number", "number");
    }
    checkExpiry(entry);
    checkCvc(entry);
    TestCard card =
        TestCards.byNumber(number)
            .orElseThrow(() -> Refusal.cardDetails("test_mode_live_card", "number"));
    boolean withCvc = entry.cvc() != null;
    return new Card(
        withCvc ? card : card.withoutCvc(),
        card.last4(),
        entry.expMonth(),
        entry.expYear(),
        CardNumber.fingerprint(number),
        withCvc ? card.cvcCheck() : "unchecked");
  }

  /** The card behind one of Stripe's ready-made ids, valid for some years. */
  Card ready(TestCard card) {
    return new Card(
        card,
        card.last4(),
        12,
        thisMonth().getYear() + 4,
        CardNumber.fingerprint(card.number()),
        card.cvcCheck());
  }

  private void checkExpiry(CardEntry entry) {
    if (entry.expMonth() < 1 || entry.expMonth() > 12) {
      throw Refusal.cardDetails("invalid_expiry_month", "exp_month");
    }
    int latestYear = thisMonth().getYear() + 50;
    if (entry.expYear() > latestYear
        || entry.expYear() < 1970
        || YearMonth.of(entry.expYear(), entry.expMonth()).isBefore(thisMonth())) {
      throw Refusal.cardDetails("invalid_expiry_year", "exp_year");
    }
  }

  private static void checkCvc(CardEntry entry) {
    if (entry.cvc() != null && !entry.cvc().matches("\\d{3,4}")) {
      throw Refusal.cardDetails("invalid_cvc", "cvc");
    }
  }

  private YearMonth thisMonth() {
    return YearMonth.from(clock.now().atZone(ZoneOffset.UTC));
  }
}
