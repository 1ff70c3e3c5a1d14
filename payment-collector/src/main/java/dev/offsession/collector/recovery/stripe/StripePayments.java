package dev.offsession.collector.recovery.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.recovery.Payments;
import dev.offsession.collector.recovery.domain.IntentSnapshot;
import dev.offsession.collector.recovery.domain.IntentStatus;
import dev.offsession.collector.recovery.domain.LastError;
import dev.offsession.collector.recovery.domain.Money;
import dev.offsession.collector.stripe.ClientSecret;
import dev.offsession.collector.stripe.StripeCalls;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link Payments} through stripe-java. */
public final class StripePayments implements Payments {
  private final StripeClient stripe;
  private final StripeCalls calls;

  public StripePayments(StripeClient stripe, StripeCalls calls) {
    this.stripe = stripe;
    this.calls = calls;
  }

  @Override
  public Mono<Live> retrieve(String paymentIntentId) {
    var params = PaymentIntentRetrieveParams.builder().addExpand("payment_method").build();
    return calls
        .call(() -> stripe.v1().paymentIntents().retrieve(paymentIntentId, params))
        .map(intent -> new Live(snapshot(intent), new ClientSecret(intent.getClientSecret())));
  }

  @Override
  public Mono<Void> saveNextCard(String paymentIntentId) {
    var params =
        PaymentIntentUpdateParams.builder()
            .setSetupFutureUsage(PaymentIntentUpdateParams.SetupFutureUsage.OFF_SESSION)
            .build();
    return calls.call(() -> stripe.v1().paymentIntents().update(paymentIntentId, params)).then();
  }

  private static IntentSnapshot snapshot(PaymentIntent intent) {
    return new IntentSnapshot(
        intent.getId(),
        IntentStatus.valueOf(intent.getStatus().toUpperCase(Locale.ROOT)),
        new Money(intent.getAmount(), intent.getCurrency()),
        intent.getCustomer(),
        intent.getDescription(),
        intent.getPaymentMethod(),
        face(intent.getPaymentMethodObject()),
        lastError(intent.getLastPaymentError()));
  }

  private static @Nullable LastError lastError(@Nullable StripeError error) {
    if (error == null) {
      return null;
    }
    var method = error.getPaymentMethod();
    return new LastError(
        error.getCode(),
        error.getDeclineCode(),
        method == null ? null : method.getId(),
        face(method));
  }

  private static @Nullable CardFace face(@Nullable PaymentMethod method) {
    return method == null || method.getCard() == null
        ? null
        : new CardFace(method.getCard().getBrand(), method.getCard().getLast4());
  }
}
