package dev.offsession.collector.recovery.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.common.EmptyParam;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.recovery.Payments;
import dev.offsession.collector.recovery.domain.IntentSnapshot;
import dev.offsession.collector.recovery.domain.IntentStatus;
import dev.offsession.collector.recovery.domain.LastError;
import dev.offsession.collector.recovery.domain.Money;
import dev.offsession.collector.stripe.ClientSecret;
import dev.offsession.collector.stripe.StripeCallException;
import dev.offsession.collector.stripe.StripeCalls;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link Payments} through stripe-java. */
public final class StripePayments implements Payments {
  /** charge-worker writes it on every payment it makes. */
  private static final String REQUEST_ID = "offsession_request_id";

  private static final int NOT_FOUND = 404;

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
        .map(StripePayments::live)
        .onErrorResume(StripePayments::isUnknown, _ -> Mono.empty());
  }

  @Override
  public Mono<Void> saveNextCard(String paymentIntentId, boolean save) {
    var params = PaymentIntentUpdateParams.builder();
    if (save) {
      params.setSetupFutureUsage(PaymentIntentUpdateParams.SetupFutureUsage.OFF_SESSION);
    } else {
      params.setSetupFutureUsage(EmptyParam.EMPTY);
    }
    return calls
        .call(() -> stripe.v1().paymentIntents().update(paymentIntentId, params.build()))
        .then();
  }

  private static Live live(PaymentIntent intent) {
    var metadata = intent.getMetadata();
    return new Live(
        snapshot(intent),
        new ClientSecret(intent.getClientSecret()),
        intent.getSetupFutureUsage() != null,
        metadata == null ? null : metadata.get(REQUEST_ID));
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof StripeCallException call && call.status() == NOT_FOUND;
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
