package dev.offsession.collector.manage.http;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.manage.ManageService.Cards;
import dev.offsession.collector.pages.CardText;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the saved cards reads.
 *
 * @param state {@code list}, {@code empty} or {@code expired}
 * @param path of this page; what its script calls lies below
 */
public record CardsPage(String state, List<Card> cards, @Nullable String returnUrl, String path) {

  /**
   * One saved card.
   *
   * @param expiry as printed on cards, such as {@code 04/29}
   * @param chosen whether it is charged by default
   * @param expired whether its last month has passed
   */
  public record Card(
      String id, String brand, String last4, String expiry, boolean chosen, boolean expired) {}

  static CardsPage of(Cards visit, YearMonth now, String path) {
    if (!visit.open()) {
      return new CardsPage("expired", List.of(), null, path);
    }
    var methods = visit.customer().methods();
    var cards =
        methods.cards().stream().map(card -> card(card, methods.defaultMethod(), now)).toList();
    return new CardsPage(cards.isEmpty() ? "empty" : "list", cards, visit.link().returnUrl(), path);
  }

  private static Card card(SavedCard card, @Nullable PaymentMethodId chosen, YearMonth now) {
    var face = Objects.requireNonNull(CardText.of(new CardFace(card.brand(), card.last4())));
    return new Card(
        card.id().value(),
        face.brand(),
        face.last4(),
        "%02d/%02d".formatted(card.expMonth(), card.expYear() % 100),
        card.id().equals(chosen),
        YearMonth.of(card.expYear(), card.expMonth()).isBefore(now));
  }
}
