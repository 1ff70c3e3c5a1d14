package dev.offsession.collector.customers.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All methods a customer saved, and which of them is charged by default. There is a default exactly
 * when there is a card.
 *
 * @param cards newest first
 * @param defaultMethod the card charged when a request names none
 * @param defaultSince what the default was chosen by: the time of the card or of the merchant's
 *     word
 * @param savedByCustomer methods whose saving by the customer was already counted, so that a
 *     redelivered event does not bring an old default back
 */
public record SavedMethods(
    List<SavedCard> cards,
    @Nullable PaymentMethodId defaultMethod,
    Instant defaultSince,
    Set<PaymentMethodId> savedByCustomer) {

  /** Nothing saved yet. */
  public static final SavedMethods NONE =
      new SavedMethods(List.of(), null, Instant.EPOCH, Set.of());

  /** Copies, and refuses a default that is not among the cards. */
  public SavedMethods {
    cards = List.copyOf(cards);
    savedByCustomer = Set.copyOf(savedByCustomer);
    if (defaultMethod == null ? !cards.isEmpty() : !holds(cards, defaultMethod)) {
      throw new IllegalArgumentException("the default must be one of the cards, if there are any");
    }
  }

  /** The card of that id, if it is saved. */
  public Optional<SavedCard> find(PaymentMethodId id) {
    return cards.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  /** The same methods as Stripe lists them now. A default that is gone gives way to the newest. */
  public SavedMethods listedAs(List<SavedCard> listed) {
    var known = new HashSet<PaymentMethodId>();
    savedByCustomer.stream().filter(id -> holds(listed, id)).forEach(known::add);
    if (defaultMethod != null && holds(listed, defaultMethod)) {
      return new SavedMethods(listed, defaultMethod, defaultSince, known);
    }
    if (listed.isEmpty()) {
      return new SavedMethods(listed, null, Instant.EPOCH, known);
    }
    var newest = listed.getFirst();
    return new SavedMethods(listed, newest.id(), newest.createdAt(), known);
  }

  /**
   * The customer saved this card: it becomes the default unless something newer was chosen. Telling
   * twice changes nothing, and so does a card that is no longer listed.
   */
  public SavedMethods savedByCustomer(PaymentMethodId id) {
    var card = find(id);
    if (card.isEmpty() || savedByCustomer.contains(id)) {
      return this;
    }
    var known = new HashSet<>(savedByCustomer);
    known.add(id);
    var createdAt = card.get().createdAt();
    return createdAt.isBefore(defaultSince)
        ? new SavedMethods(cards, defaultMethod, defaultSince, known)
        : new SavedMethods(cards, id, createdAt, known);
  }

  /** The merchant chose this default; empty when it is not one of the saved cards. */
  public Optional<SavedMethods> withDefault(PaymentMethodId id, Instant now) {
    return find(id).map(card -> new SavedMethods(cards, card.id(), now, savedByCustomer));
  }

  private static boolean holds(List<SavedCard> cards, PaymentMethodId id) {
    return cards.stream().anyMatch(card -> card.id().equals(id));
  }
}
