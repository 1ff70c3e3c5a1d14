package dev.offsession.collector.capture;

import dev.offsession.collector.capture.domain.CapturePage;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.capture.domain.SetupSnapshot;
import dev.offsession.collector.customers.ConsentStore;
import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.Evidence;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.mobile.MobileSecrets;
import dev.offsession.collector.stripe.ClientSecret;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets a customer save a card for later charges. */
public final class CaptureService {
  private final LinkService links;
  private final CustomerService customers;
  private final SetupIntents setups;
  private final MobileSecrets mobile;
  private final ConsentStore consents;
  private final Clock clock;

  public CaptureService(
      LinkService links,
      CustomerService customers,
      SetupIntents setups,
      MobileSecrets mobile,
      ConsentStore consents,
      Clock clock) {
    this.links = links;
    this.customers = customers;
    this.setups = setups;
    this.mobile = mobile;
    this.consents = consents;
    this.clock = clock;
  }

  /** What the page is about, and the state it is in. */
  public record Visit(Link link, Customer customer, CaptureView view) {}

  /** What the browser shall do. */
  public sealed interface Act {
    /** Confirm the SetupIntent with the card in the form. */
    record Confirm(ClientSecret secret) implements Act {}

    /** Things have moved on: show the page anew. */
    record Reload() implements Act {}
  }

  /** A way for the merchant's own page or app to save a card. */
  public record Session(
      LinkService.Issued link, ClientSecret clientSecret, MobileSecrets.Pair mobile) {}

  /** Looks, and changes nothing; empty when the token opens nothing. */
  public Mono<Visit> visit(String token) {
    return open(token).map(Opened::visit);
  }

  /** Keeps the agreement and begins the saving; empty when the token opens nothing. */
  public Mono<Act> begin(String token, Evidence evidence) {
    return open(token)
        .flatMap(opened ->
            opened.visit().view() instanceof CaptureView.Ready
                ? usable(opened).flatMap(live -> agreed(opened.visit(), live, evidence))
                : Mono.just(new Act.Reload()));
  }

  /**
   * Opens a session for the merchant.
   *
   * @param sessionId id of the new session, also the root of the idempotency keys at Stripe
   * @param mobileApiVersion when the mobile SDK needs an ephemeral key, the API version it speaks
   */
  public Mono<Session> openSession(
      String sessionId,
      Customer customer,
      @Nullable String returnUrl,
      @Nullable String mobileApiVersion) {
    var stripeId = stripeId(customer);
    return Mono.zip(
            setups.create(stripeId, sessionId, setupKey(sessionId, null)),
            mobile.of(stripeId, mobileApiVersion))
        .flatMap(both ->
            links
                .issue(sessionId, order(customer, both.getT1().snapshot(), returnUrl))
                .map(issued -> new Session(issued, both.getT1().secret(), both.getT2())));
  }

  /** The link of a card that is saved; empty while it is not, or when the token opens nothing. */
  public Mono<Link> saved(String token) {
    return open(token)
        .map(Opened::visit)
        .filter(visit -> visit.view() instanceof CaptureView.Saved)
        .map(Visit::link)
        .filter(link -> link.isOpen(clock.instant()));
  }

  private record Opened(Visit visit, Optional<SetupIntents.Live> live) {}

  private Mono<Opened> open(String token) {
    return links
        .find(token, LinkPurpose.SETUP)
        .flatMap(link ->
            Mono.zip(customers.find(link.customer()), setupOf(link))
                .map(both -> opened(link, both.getT1(), both.getT2())));
  }

  private Mono<Optional<SetupIntents.Live>> setupOf(Link link) {
    return link.setupIntentId() == null
        ? Mono.just(Optional.empty())
        : setups.retrieve(link.setupIntentId()).map(Optional::of);
  }

  private Opened opened(Link link, Customer customer, Optional<SetupIntents.Live> live) {
    var snapshot = live.map(SetupIntents.Live::snapshot).orElse(null);
    if (snapshot != null
        && !Objects.equals(snapshot.stripeCustomerId(), stripeId(customer).value())) {
      throw new IllegalStateException(
          "setup " + snapshot.id() + " is not of customer " + customer.reference());
    }
    var view = CapturePage.decide(snapshot, link, clock.instant());
    return new Opened(new Visit(link, customer, view), live);
  }

  /** The link's SetupIntent while it can still be confirmed, or a new one in its place. */
  private Mono<SetupIntents.Live> usable(Opened opened) {
    var live = opened.live();
    if (live.isPresent() && live.get().snapshot().status() != SetupSnapshot.Status.CANCELED) {
      return Mono.just(live.get());
    }
    var link = opened.visit().link();
    var key = setupKey(link.id(), link.setupIntentId());
    return setups
        .create(stripeId(opened.visit().customer()), link.id(), key)
        .flatMap(
            created -> links.replaceSetupIntent(link, created.snapshot().id()).thenReturn(created));
  }

  private Mono<Act> agreed(Visit visit, SetupIntents.Live live, Evidence evidence) {
    return consents
        .keep(visit.link().customer(), evidence.consent(live.snapshot().id(), clock.instant()))
        .thenReturn(new Act.Confirm(live.secret()));
  }

  private static LinkService.Order order(
      Customer customer, SetupSnapshot setup, @Nullable String returnUrl) {
    return new LinkService.Order(
        LinkPurpose.SETUP, customer.reference(), null, null, setup.id(), returnUrl, null);
  }

  /** Two tabs that begin at once must get the same SetupIntent. */
  private static String setupKey(String linkId, @Nullable String replaced) {
    return "setup:" + linkId + ":" + (replaced == null ? "first" : replaced);
  }

  private static StripeCustomerId stripeId(Customer customer) {
    return Objects.requireNonNull(customer.stripeId(), "the customer is linked to Stripe");
  }
}
