package dev.offsession.charging.domain;

import java.util.Optional;

/** Turns every sight of an intent into {@link Evidence}: the one place where Stripe's words end. */
public final class EvidenceClassifier {
  private static final String AUTHENTICATION_REQUIRED = "authentication_required";

  private EvidenceClassifier() {}

  /** What this snapshot tells about the charge that the request asked for. */
  public static Evidence classify(
      IntentSnapshot intent, ChargeRequest request, Evidence.Source source, int attempt) {
    return new Evidence(
        intent.id(),
        intent.customer(),
        source,
        attempt,
        difference(intent, request).<Verdict>map(Verdict.Alien::new).orElse(verdict(intent)),
        intent.card());
  }

  private static Verdict verdict(IntentSnapshot intent) {
    return switch (intent.status()) {
      case "succeeded" -> new Verdict.Paid(intent.latestCharge(), intent.receivedMinor());
      case "canceled" -> new Verdict.Canceled(intent.cancellationReason().orElse("unspecified"));
      case "processing" -> new Verdict.Processing();
      case "requires_action" -> new Verdict.CustomerActing();
      case "requires_payment_method", "requires_confirmation" ->
          intent
              .lastError()
              .map(error -> decline(error, intent.latestCharge()))
              .<Verdict>map(Verdict.Refused::new)
              .orElseGet(Verdict.Unpaid::new);
      default -> new Verdict.Alien("status " + intent.status());
    };
  }

  /** Amount, currency and customer must be those of the request: invariant I9. */
  private static Optional<String> difference(IntentSnapshot intent, ChargeRequest request) {
    if (intent.amountMinor() != request.amountMinor()) {
      return Optional.of("amount");
    }
    if (!intent.currency().equals(request.currencyCode())) {
      return Optional.of("currency");
    }
    if (intent.customer().isEmpty()) {
      return Optional.of("customer");
    }
    boolean paidOtherwise =
        intent.status().equals("succeeded") && intent.receivedMinor() != request.amountMinor();
    return paidOtherwise ? Optional.of("amount received") : Optional.empty();
  }

  private static Decline decline(PaymentError error, Optional<StripeChargeId> latestCharge) {
    return new Decline(
        code(error),
        error.adviceCode(),
        error.networkCode(),
        error.networkAdviceCode(),
        error.charge().or(() -> latestCharge),
        error.blocked());
  }

  /** The demand for authentication can stand in either field. */
  private static String code(PaymentError error) {
    boolean authentication =
        error.code().filter(AUTHENTICATION_REQUIRED::equals).isPresent()
            || error.declineCode().filter(AUTHENTICATION_REQUIRED::equals).isPresent();
    return authentication
        ? AUTHENTICATION_REQUIRED
        : error.declineCode().or(error::code).orElse("unknown");
  }
}
