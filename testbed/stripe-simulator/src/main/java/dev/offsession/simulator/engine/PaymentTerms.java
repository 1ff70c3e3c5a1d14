package dev.offsession.simulator.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant agreed with Stripe about one payment.
 *
 * @param amount minor units of the currency, as Stripe counts them
 * @param dynamicMethods methods come from the Dashboard's settings instead of the call
 * @param allowRedirects {@code always} or {@code never}; only for dynamic methods
 * @param requestThreeDSecure {@code automatic}, {@code any} or {@code challenge}
 */
public record PaymentTerms(
    long amount,
    String currency,
    @Nullable String customer,
    List<String> paymentMethodTypes,
    boolean dynamicMethods,
    String allowRedirects,
    String captureMethod,
    String confirmationMethod,
    @Nullable String setupFutureUsage,
    @Nullable String description,
    @Nullable String receiptEmail,
    @Nullable String statementDescriptor,
    @Nullable String statementDescriptorSuffix,
    String requestThreeDSecure,
    Map<String, String> metadata) {

  /** What a call wants to change; create starts from {@link #initial}. */
  public record Change(
      Patch<Long> amount,
      Patch<String> currency,
      Patch<String> customer,
      Patch<List<String>> paymentMethodTypes,
      Patch<String> captureMethod,
      Patch<String> setupFutureUsage,
      Patch<String> description,
      Patch<String> receiptEmail,
      Patch<String> statementDescriptor,
      Patch<String> statementDescriptorSuffix,
      Patch<String> requestThreeDSecure,
      MetadataPatch metadata) {}

  static PaymentTerms initial(
      long amount,
      String currency,
      boolean dynamicMethods,
      String allowRedirects,
      String confirmationMethod) {
    return new PaymentTerms(
        amount,
        currency,
        null,
        List.of("card"),
        dynamicMethods,
        allowRedirects,
        "automatic_async",
        confirmationMethod,
        null,
        null,
        null,
        null,
        null,
        "automatic",
        Map.of());
  }

  PaymentTerms with(Change change) {
    return new PaymentTerms(
        change.amount.over(amount, amount),
        change.currency.over(currency, currency),
        change.customer.over(customer),
        change.paymentMethodTypes.over(paymentMethodTypes, paymentMethodTypes),
        dynamicMethods && change.paymentMethodTypes instanceof Patch.Keep,
        allowRedirects,
        change.captureMethod.over(captureMethod, captureMethod),
        confirmationMethod,
        change.setupFutureUsage.over(setupFutureUsage),
        change.description.over(description),
        change.receiptEmail.over(receiptEmail),
        change.statementDescriptor.over(statementDescriptor),
        change.statementDescriptorSuffix.over(statementDescriptorSuffix),
        change.requestThreeDSecure.over(requestThreeDSecure, "automatic"),
        change.metadata.over(metadata));
  }

  /** Whether money is only authorized first. */
  boolean capturesLater() {
    return captureMethod.equals("manual");
  }

  /** Whether the merchant's server must confirm again after a challenge. */
  boolean confirmsByHand() {
    return confirmationMethod.equals("manual");
  }

  /** Whether the merchant wants 3-D Secure even where the bank does not. */
  boolean wantsChallenge() {
    return !requestThreeDSecure.equals("automatic");
  }
}
