package dev.offsession.collector.customers.stripe;

import com.stripe.StripeClient;
import com.stripe.model.PaymentMethod;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerPaymentMethodListParams;
import com.stripe.param.CustomerUpdateParams;
import dev.offsession.collector.customers.StripeCustomers;
import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.stripe.StripeCallException;
import dev.offsession.collector.stripe.StripeCalls;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@link StripeCustomers} through stripe-java. */
public final class LiveStripeCustomers implements StripeCustomers {
  private static final String REFERENCE_KEY = "offsession_customer_reference";
  private static final long CARDS_MAX = 100;
  private static final int NOT_FOUND = 404;

  private final StripeClient stripe;
  private final StripeCalls calls;

  public LiveStripeCustomers(StripeClient stripe, StripeCalls calls) {
    this.stripe = stripe;
    this.calls = calls;
  }

  @Override
  public Mono<StripeCustomerId> create(CustomerReference reference, int generation) {
    var params =
        CustomerCreateParams.builder().putMetadata(REFERENCE_KEY, reference.value()).build();
    var key = "customer:" + reference + ":" + generation;
    return calls
        .call(() -> stripe.v1().customers().create(params, StripeCalls.once(key)))
        .map(created -> new StripeCustomerId(created.getId()));
  }

  @Override
  public Mono<Void> describe(StripeCustomerId id, Contact contact) {
    var params =
        CustomerUpdateParams.builder()
            .setEmail(contact.email())
            .addPreferredLocale(contact.locale().toLanguageTag());
    if (contact.name() != null) {
      params.setName(contact.name());
    }
    return calls.call(() -> stripe.v1().customers().update(id.value(), params.build())).then();
  }

  @Override
  public Mono<List<SavedCard>> cards(StripeCustomerId id) {
    var params =
        CustomerPaymentMethodListParams.builder()
            .setType(CustomerPaymentMethodListParams.Type.CARD)
            .setLimit(CARDS_MAX)
            .build();
    return calls
        .call(() -> stripe.v1().customers().paymentMethods().list(id.value(), params))
        .map(page -> page.getData().stream().map(LiveStripeCustomers::card).toList())
        .onErrorResume(LiveStripeCustomers::isGone, gone -> Mono.just(List.of()));
  }

  @Override
  public Mono<Void> detach(PaymentMethodId id) {
    return calls
        .call(() -> stripe.v1().paymentMethods().detach(id.value()))
        .then()
        .onErrorResume(
            failure -> isRefused(failure) ? isDetached(id, failure) : Mono.error(failure));
  }

  @Override
  public Mono<Void> delete(StripeCustomerId id) {
    return calls
        .call(() -> stripe.v1().customers().delete(id.value()))
        .then()
        .onErrorResume(LiveStripeCustomers::isGone, gone -> Mono.empty());
  }

  /** Stripe refuses to detach twice; what counts is that nobody holds the method any more. */
  private Mono<Void> isDetached(PaymentMethodId id, Throwable refusal) {
    return calls
        .call(() -> stripe.v1().paymentMethods().retrieve(id.value()))
        .flatMap(method -> method.getCustomer() == null ? Mono.empty() : Mono.error(refusal));
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof StripeCallException call && !call.isTemporary();
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof StripeCallException call && call.status() == NOT_FOUND;
  }

  private static SavedCard card(PaymentMethod method) {
    var card = method.getCard();
    return new SavedCard(
        new PaymentMethodId(method.getId()),
        card.getBrand(),
        card.getLast4(),
        card.getExpMonth().intValue(),
        card.getExpYear().intValue(),
        card.getFingerprint(),
        Instant.ofEpochSecond(method.getCreated()));
  }
}
