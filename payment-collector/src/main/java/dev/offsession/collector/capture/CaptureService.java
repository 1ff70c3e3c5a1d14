package dev.offsession.collector.capture;

import dev.offsession.collector.capture.domain.CapturePage;
import dev.offsession.collector.capture.domain.CaptureView;
import dev.offsession.collector.capture.domain.SetupSnapshot;
import dev.offsession.collector.customers.ConsentStore;
import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.domain.Consent;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkPurpose;
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
  private final ConsentStore consents;
  private final Clock clock;

  public CaptureService(
      LinkService links,
      CustomerService customers,
      SetupIntents setups,
      ConsentStore consents,
      Clock clock) {
    this.links = links;
    this.customers = customers;
    this.setups = setups;
    this.consents = consents;
    this.clock = clock;
  }

  /** What the page is about, and the state it is in. */
  public record Visit(Link link, Customer customer, CaptureView view) {}

  /**
   * What the customer agreed to by pressing the button.
   *
   * @param textVersion version of the words shown
   * @param language language tag of the words shown
   */
  public record Agreement(
      String textVersion, String language, @Nullable String ip, @Nullable String userAgent) {}

  /** What the browser shall do. */
  public sealed interface Act {
    /** Confirm the SetupIntent with the card in the form. */
    record Confirm(ClientSecret secret) implements Act {}

    /** Things have moved on: show the page anew. */
    record Reload() implements Act {}
  }

  /** A way for the merchant's own page or app to save a card. */
  public record Session(
      LinkService.Issued link,
      ClientSecret clientSecret,
      ClientSecret customerSessionSecret,
      Optional<SetupIntents.TimedSecret> ephemeralKey) {}

  /** Looks, and changes nothing; empty when the token opens nothing. */
  public Mono<Visit> visit(String token) {
    return open(token).map(Opened::visit);
  }

  /** Keeps the agreement and begins the saving; empty when the token opens nothing. */
  public Mono<Act> begin(String token, Agreement agreement) {
    return open(token)
        .flatMap(opened ->
            opened.visit().view() instanceof CaptureView.Ready
                ? usable(opened).flatMap(live -> agreed(opened.visit(), live, agreement))
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
    var ephemeralKey =
        mobileApiVersion == null
            ? Mono.just(Optional.<SetupIntents.TimedSecret>empty())
            : setups.ephemeralKey(stripeId, mobileApiVersion).map(Optional::of);
    return Mono.zip(
            setups.create(stripeId, sessionId, setupKey(sessionId, null)),
            setups.customerSession(stripeId),
            ephemeralKey)
        .flatMap(secrets ->
            links
                .issue(sessionId, order(customer, secrets.getT1().snapshot(), returnUrl))
                .map(issued ->
                    new Session(
                        issued,
                        secrets.getT1().secret(),
                        secrets.getT2().secret(),
                        secrets.getT3())));
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

  private Mono<Act> agreed(Visit visit, SetupIntents.Live live, Agreement agreement) {
    var consent =
        new Consent(
            agreement.textVersion(),
            agreement.language(),
            live.snapshot().id(),
            clock.instant(),
            agreement.ip(),
            agreement.userAgent());
    return consents
        .keep(visit.link().customer(), consent)
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
