package dev.offsession.collector.recovery;

import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.mobile.MobileSecrets;
import dev.offsession.collector.recovery.domain.IntentStatus;
import dev.offsession.collector.stripe.ClientSecret;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets the merchant's own app or page finish a stuck payment with its customer. */
public final class RecoverySessions {
  private static final Set<IntentStatus> UNPAID =
      EnumSet.of(
          IntentStatus.REQUIRES_PAYMENT_METHOD,
          IntentStatus.REQUIRES_CONFIRMATION,
          IntentStatus.REQUIRES_ACTION);

  private final LinkService links;
  private final Payments payments;
  private final MobileSecrets mobile;

  public RecoverySessions(LinkService links, Payments payments, MobileSecrets mobile) {
    this.links = links;
    this.payments = payments;
    this.mobile = mobile;
  }

  /**
   * What the merchant asks for.
   *
   * @param mobileApiVersion when the mobile SDK needs an ephemeral key, the API version it speaks
   */
  public record Order(
      String sessionId,
      Customer customer,
      String paymentIntentId,
      @Nullable String returnUrl,
      @Nullable String mobileApiVersion) {}

  /**
   * A payment to finish, with all that page and app need.
   *
   * @param savedMethod the card that only waits for the customer's approval; null asks for another
   */
  public record Session(
      LinkService.Issued link,
      ClientSecret clientSecret,
      MobileSecrets.Pair mobile,
      @Nullable String savedMethod) {}

  /** The payment is paid, canceled or being processed: nothing is left for the customer to do. */
  public static final class NothingToDo extends RuntimeException {}

  /**
   * Opens a session; empty when the customer has no such payment, whoever else may have it. Fails
   * with {@link NothingToDo}.
   */
  public Mono<Session> open(Order order) {
    return payments
        .retrieve(order.paymentIntentId())
        .filter(live -> isOf(order.customer(), live))
        .flatMap(live ->
            UNPAID.contains(live.snapshot().status())
                ? opened(order, live)
                : Mono.error(new NothingToDo()));
  }

  private Mono<Session> opened(Order order, Payments.Live live) {
    var link =
        new LinkService.Order(
            LinkPurpose.PAY,
            order.customer().reference(),
            live.requestId(),
            live.snapshot().id(),
            null,
            order.returnUrl(),
            null);
    var stripeId = Objects.requireNonNull(order.customer().stripeId(), "the customer is linked");
    return Mono.zip(
            links.issue(order.sessionId(), link), mobile.of(stripeId, order.mobileApiVersion()))
        .map(both -> new Session(both.getT1(), live.secret(), both.getT2(), savedMethod(live)));
  }

  private static boolean isOf(Customer customer, Payments.Live live) {
    var owner = customer.stripeId();
    return owner != null && owner.value().equals(live.snapshot().stripeCustomerId());
  }

  private static @Nullable String savedMethod(Payments.Live live) {
    var error = live.snapshot().lastError();
    return error != null && error.wantsAuthentication()
        ? error.methodId()
        : live.snapshot().methodId();
  }
}
