package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/**
 * A customer as payment-collector last told us.
 *
 * @param methods newest first
 * @param version rises with each change; an older picture never replaces a newer one
 * @param refusals of these methods by their banks, in whichever charge; noted by ourselves
 */
public record Customer(
    CustomerReference reference,
    StripeCustomerId stripeId,
    Optional<PaymentMethodId> defaultMethod,
    List<Card> methods,
    long version,
    List<CardRefusal> refusals) {

  public Customer {
    methods = List.copyOf(methods);
    refusals = List.copyOf(refusals);
  }

  /** A customer of whom no refusal is known. */
  public Customer(
      CustomerReference reference,
      StripeCustomerId stripeId,
      Optional<PaymentMethodId> defaultMethod,
      List<Card> methods,
      long version) {
    this(reference, stripeId, defaultMethod, methods, version, List.of());
  }

  /** The method charged when a request names none. */
  public Optional<Card> defaultCard() {
    return defaultMethod.map(id -> method(id).orElseGet(() -> Card.of(id)));
  }

  /** One of the saved methods. */
  public Optional<Card> method(PaymentMethodId id) {
    return methods.stream().filter(card -> card.id().equals(id)).findFirst();
  }

  /** True for ids of the API before PaymentMethods, which only Stripe can look up. */
  static boolean isLegacy(PaymentMethodId id) {
    return id.value().startsWith("card_") || id.value().startsWith("src_");
  }
}
