package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an upstream system asked for, exactly as it came: nothing in it is valid until {@link
 * RequestRules} says so.
 *
 * @param amountMinor in minor units as Stripe counts them; may be nonsense
 * @param currency ISO 4217 code in either case; may be nonsense
 * @param paymentMethodId the saved method to charge; empty means the customer's default
 * @param metadata sorted by key, so that what we send Stripe is the same bytes each time
 * @param trace W3C {@code traceparent} of whoever asked; carried to every event, never read, and no
 *     part of what makes two requests the same
 */
public record ChargeRequest(
    ChargeRequestId id,
    CustomerReference customer,
    long amountMinor,
    String currency,
    Optional<String> paymentMethodId,
    Optional<String> description,
    Optional<String> statementDescriptorSuffix,
    SortedMap<String, String> metadata,
    Optional<Instant> expiresAt,
    Instant requestedAt,
    Optional<String> trace) {

  public ChargeRequest {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** A request that came without a trace. */
  public ChargeRequest(
      ChargeRequestId id,
      CustomerReference customer,
      long amountMinor,
      String currency,
      Optional<String> paymentMethodId,
      Optional<String> description,
      Optional<String> statementDescriptorSuffix,
      SortedMap<String, String> metadata,
      Optional<Instant> expiresAt,
      Instant requestedAt) {
    this(
        id,
        customer,
        amountMinor,
        currency,
        paymentMethodId,
        description,
        statementDescriptorSuffix,
        metadata,
        expiresAt,
        requestedAt,
        Optional.empty());
  }

  /** The currency as Stripe and our events write it. */
  public String currencyCode() {
    return currency.toLowerCase(Locale.ROOT);
  }

  /** The amount, once the request was found valid; throws for a request that is not. */
  public Money money() {
    return new Money(amountMinor, currencyCode());
  }

  /** The method that the request names, once it was found valid. */
  public Optional<PaymentMethodId> namedMethod() {
    return paymentMethodId.map(PaymentMethodId::new);
  }
}
