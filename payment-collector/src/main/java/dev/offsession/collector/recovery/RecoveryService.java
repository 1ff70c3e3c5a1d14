package dev.offsession.collector.recovery;

import dev.offsession.collector.customers.ConsentStore;
import dev.offsession.collector.customers.CustomerStore;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.Evidence;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.recovery.domain.IntentSnapshot;
import dev.offsession.collector.recovery.domain.PageView;
import dev.offsession.collector.recovery.domain.PageView.Approval;
import dev.offsession.collector.recovery.domain.RecoveryPage;
import dev.offsession.collector.stripe.ClientSecret;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finishes one stuck payment with its customer: always the same PaymentIntent, never a new one. */
public final class RecoveryService {
  private final LinkService links;
  private final CustomerStore customers;
  private final Payments payments;
  private final ConsentStore consents;
  private final FreshLinks fresh;
  private final Clock clock;

  public RecoveryService(
      LinkService links,
      CustomerStore customers,
      Payments payments,
      ConsentStore consents,
      FreshLinks fresh,
      Clock clock) {
    this.links = links;
    this.customers = customers;
    this.payments = payments;
    this.consents = consents;
    this.fresh = fresh;
    this.clock = clock;
  }

  /** What the page is about, and the state it is in. */
  public record Visit(Link link, Customer customer, IntentSnapshot intent, PageView view) {}

  /** With which card the customer wants to pay. */
  public sealed interface Choice {
    /** The card that is saved already. */
    record SavedCard() implements Choice {}

    /**
     * Another one.
     *
     * @param agreement the customer's wish to have it saved for later charges; null pays once
     */
    record NewCard(@Nullable Evidence agreement) implements Choice {}
  }

  /** What the browser shall do. */
  public sealed interface Act {
    /** Confirm the payment with the saved method. */
    record ConfirmSaved(ClientSecret secret, String methodId) implements Act {}

    /** Go on with the approval that has begun. */
    record Continue(ClientSecret secret) implements Act {}

    /** Confirm the payment with the card in the form. */
    record ConfirmNew(ClientSecret secret) implements Act {}

    /** The payment has moved on: show the page anew. */
    record Reload() implements Act {}
  }

  /** Looks, and changes nothing; empty when the token opens nothing. */
  public Mono<Visit> visit(String token) {
    return open(token).map(Opened::visit);
  }

  /** Begins the customer's act; empty when the token opens nothing. */
  public Mono<Act> act(String token, Choice choice) {
    return open(token).flatMap(opened -> act(opened, choice));
  }

  /** Notes that the page is open in front of the customer; empty when the token opens nothing. */
  public Mono<Link> seen(String token) {
    return links.find(token, LinkPurpose.PAY).flatMap(link -> links.seen(link).thenReturn(link));
  }

  /**
   * Has a fresh link mailed in place of an expired one; empty when the token opens nothing. False
   * when this link needs none.
   */
  public Mono<Boolean> askForFreshLink(String token) {
    return links
        .find(token, LinkPurpose.PAY)
        .flatMap(link ->
            mayBeRenewed(link)
                ? fresh.ask(Objects.requireNonNull(link.requestId())).thenReturn(true)
                : Mono.just(false));
  }

  /** Whether an expired link may be followed by a fresh one: its charge may still be open. */
  public boolean mayBeRenewed(Link link) {
    return fresh.areOffered()
        && link.requestId() != null
        && link.end() == null
        && link.hasExpired(clock.instant());
  }

  private record Opened(Visit visit, Payments.Live live) {}

  private Mono<Opened> open(String token) {
    return links
        .find(token, LinkPurpose.PAY)
        .flatMap(link ->
            Mono.zip(customers.find(link.customer()), payments.retrieve(intentOf(link)))
                .map(both -> opened(link, both.getT1(), both.getT2())));
  }

  private Opened opened(Link link, Customer customer, Payments.Live live) {
    requireOwner(customer, live.snapshot());
    var view = RecoveryPage.decide(live.snapshot(), link, clock.instant());
    return new Opened(new Visit(link, customer, live.snapshot(), view), live);
  }

  private Mono<Act> act(Opened opened, Choice choice) {
    return switch (opened.visit().view()) {
      case PageView.Authenticate(var approval, _, _) ->
          switch (choice) {
            case Choice.SavedCard _ -> approve(opened, approval);
            case Choice.NewCard(var agreement) -> withNewCard(opened, agreement);
          };
      case PageView.NewCard _ when choice instanceof Choice.NewCard(var agreement) ->
          withNewCard(opened, agreement);
      default -> Mono.just(new Act.Reload());
    };
  }

  private Mono<Act> approve(Opened opened, Approval approval) {
    var secret = opened.live().secret();
    var act =
        switch (approval) {
          case Approval.Confirm(var methodId) -> new Act.ConfirmSaved(secret, methodId);
          case Approval.Continue _ -> new Act.Continue(secret);
        };
    return links.countApproval(opened.visit().link()).thenReturn(act);
  }

  /** Told to Stripe before the card is entered: the intent itself says what becomes of the card. */
  private Mono<Act> withNewCard(Opened opened, @Nullable Evidence agreement) {
    var live = opened.live();
    var intent = live.snapshot().id();
    var saves = agreement != null;
    var told =
        saves == live.savesCard() ? Mono.<Void>empty() : payments.saveNextCard(intent, saves);
    var kept =
        agreement == null
            ? Mono.<Void>empty()
            : consents.keep(
                opened.visit().link().customer(), agreement.consent(intent, clock.instant()));
    return kept.then(told).thenReturn(new Act.ConfirmNew(live.secret()));
  }

  /** A link must never open another customer's payment, whoever mixed them up. */
  private static void requireOwner(Customer customer, IntentSnapshot intent) {
    var owner = customer.stripeId() == null ? null : customer.stripeId().value();
    if (!Objects.equals(owner, intent.stripeCustomerId())) {
      throw new IllegalStateException(
          "payment " + intent.id() + " is not of customer " + customer.reference());
    }
  }

  private static String intentOf(Link link) {
    return Objects.requireNonNull(link.paymentIntentId(), "a pay link has its payment intent");
  }
}
