package dev.offsession.collector.capture.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentRetrieveParams;
import dev.offsession.collector.capture.SetupIntents;
import dev.offsession.collector.capture.domain.SetupSnapshot;
import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.stripe.ClientSecret;
import dev.offsession.collector.stripe.StripeCalls;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@link SetupIntents} through stripe-java. */
public final class StripeSetupIntents implements SetupIntents {
  private final StripeClient stripe;
  private final StripeCalls calls;

  public StripeSetupIntents(StripeClient stripe, StripeCalls calls) {
    this.stripe = stripe;
    this.calls = calls;
  }

  @Override
  public Mono<Live> create(StripeCustomerId customer, String linkId, String idempotencyKey) {
    var params =
        SetupIntentCreateParams.builder()
            .setCustomer(customer.value())
            .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
            .addPaymentMethodType("card")
            .putMetadata("offsession_link_id", linkId)
            .build();
    return calls
        .call(() -> stripe.v1().setupIntents().create(params, StripeCalls.once(idempotencyKey)))
        .map(StripeSetupIntents::live);
  }

  @Override
  public Mono<Live> retrieve(String setupIntentId) {
    var params = SetupIntentRetrieveParams.builder().addExpand("payment_method").build();
    return calls
        .call(() -> stripe.v1().setupIntents().retrieve(setupIntentId, params))
        .map(StripeSetupIntents::live);
  }

  private static Live live(SetupIntent setup) {
    var error = setup.getLastSetupError();
    var snapshot =
        new SetupSnapshot(
            setup.getId(),
            SetupSnapshot.Status.valueOf(setup.getStatus().toUpperCase(Locale.ROOT)),
            setup.getCustomer(),
            face(setup.getPaymentMethodObject()),
            error == null ? null : error.getCode(),
            error == null ? null : error.getDeclineCode());
    return new Live(snapshot, new ClientSecret(setup.getClientSecret()));
  }

  private static @Nullable CardFace face(@Nullable PaymentMethod method) {
    return method == null || method.getCard() == null
        ? null
        : new CardFace(method.getCard().getBrand(), method.getCard().getLast4());
  }
}
