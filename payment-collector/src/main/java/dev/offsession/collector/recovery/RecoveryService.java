package dev.offsession.collector.recovery;

import dev.offsession.collector.customers.CustomerStore;
import dev.offsession.collector.customers.domain.Customer;
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
import reactor.core.publisher.Mono;

/** Finishes one stuck payment with its customer: always the same PaymentIntent, never a new one. */
public final class RecoveryService {
  private final LinkService links;
  private final CustomerStore customers;
  private final Payments payments;
  private final Clock clock;

  public RecoveryService(
      LinkService links, CustomerStore customers, Payments payments, Clock clock) {
    this.links = links;
    this.customers = customers;
    this.payments = payments;
    this.clock = clock;
  }

  /** What the page is about, and the state it is in. */
  public record Visit(Link link, Customer customer, IntentSnapshot intent, PageView view) {}

  /** With which card the customer wants to pay. */
  public enum Choice {
    SAVED_CARD,
    NEW_CARD
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

  private record Opened(Visit visit, ClientSecret secret) {}

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
    return new Opened(new Visit(link, customer, live.snapshot(), view), live.secret());
  }

  private Mono<Act> act(Opened opened, Choice choice) {
    var visit = opened.visit();
    return switch (visit.view()) {
      case PageView.Authenticate(var approval, _, _) ->
          choice == Choice.SAVED_CARD
              ? links.countApproval(visit.link()).thenReturn(approve(approval, opened.secret()))
              : withNewCard(opened);
      case PageView.NewCard _ when choice == Choice.NEW_CARD -> withNewCard(opened);
      default -> Mono.just(new Act.Reload());
    };
  }

  private static Act approve(Approval approval, ClientSecret secret) {
    return switch (approval) {
      case Approval.Confirm(var methodId) -> new Act.ConfirmSaved(secret, methodId);
      case Approval.Continue _ -> new Act.Continue(secret);
    };
  }

  private Mono<Act> withNewCard(Opened opened) {
    return payments
        .saveNextCard(opened.visit().intent().id())
        .thenReturn(new Act.ConfirmNew(opened.secret()));
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
