package dev.offsession.benchmarks.baseline;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.schemas.ChargeRequested;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The two calls that charge-worker makes, by the SDK as it comes: create with an idempotency key,
 * confirm with another. No store and no limits, which makes the baselines faster than they could be
 * in earnest.
 */
@Component
public class TwoCalls {
  private final StripeClient stripe;

  TwoCalls(@Value("${bench.stripe-url}") String url) {
    this.stripe = StripeClient.builder().setApiKey("sk_test_benchmarks").setApiBase(url).build();
  }

  /** Charges the customer's card; returns the intent's status. */
  public String charge(ChargeRequested request) throws StripeException {
    String id = request.getRequestId();
    PaymentIntent intent =
        stripe
            .v1()
            .paymentIntents()
            .create(
                PaymentIntentCreateParams.builder()
                    .setAmount(request.getAmountMinor())
                    .setCurrency(request.getCurrency())
                    .setCustomer(Customers.stripeIdOf(request.getCustomerReference()))
                    .addPaymentMethodType("card")
                    .putMetadata("offsession_request_id", id)
                    .build(),
                RequestOptions.builder().setIdempotencyKey(id + ":create").build());
    return stripe
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(),
            PaymentIntentConfirmParams.builder()
                .setPaymentMethod(Customers.cardIdOf(request.getCustomerReference()))
                .setOffSession(true)
                .build(),
            RequestOptions.builder().setIdempotencyKey(id + ":confirm").build())
        .getStatus();
  }
}
