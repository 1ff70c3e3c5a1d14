package dev.offsession.collector.links;

import dev.offsession.collector.customers.CustomerTraces;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import dev.offsession.collector.links.domain.LinkToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Issues, finds and ends links. */
public final class LinkService implements CustomerTraces {
  /** A page that was heard of within this time counts as open. */
  static final Duration PRESENCE = Duration.ofSeconds(60);

  private final LinkStore store;
  private final URI publicBase;
  private final Clock clock;

  /**
   * @param publicBase where customers reach the pages, without a slash at the end
   */
  public LinkService(LinkStore store, URI publicBase, Clock clock) {
    this.store = store;
    this.publicBase = publicBase;
    this.clock = clock;
  }

  /**
   * What a new link is asked for.
   *
   * @param expiresAt the charge's deadline; the link ends then, or after its purpose's longest life
   *     if that is sooner
   */
  public record Order(
      LinkPurpose purpose,
      CustomerReference customer,
      @Nullable String requestId,
      @Nullable String paymentIntentId,
      @Nullable String setupIntentId,
      @Nullable String returnUrl,
      @Nullable Instant expiresAt) {

    /** A link that is about the customer alone. */
    public static Order about(
        CustomerReference customer, LinkPurpose purpose, @Nullable String returnUrl) {
      return new Order(purpose, customer, null, null, null, returnUrl, null);
    }
  }

  /** A link and the only copy of its address. */
  public record Issued(Link link, URI url) {
    /** The address is a secret. */
    @Override
    public String toString() {
      return "Issued[" + link.id() + "]";
    }
  }

  /** A new id for a link, for callers that need it before the link exists. */
  public static String newId() {
    return "lnk_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Issues a link with a new random token. */
  public Mono<Issued> issue(String id, Order order) {
    var token = LinkToken.random();
    var link = link(id, order);
    var url = URI.create(publicBase + "/" + order.purpose().wireName() + "/" + token.value());
    return store.add(link, token.hash()).thenReturn(new Issued(link, url));
  }

  /** The link a visitor's token opens; empty for a token that is wrong in any way. */
  public Mono<Link> find(String token, LinkPurpose purpose) {
    return Mono.justOrEmpty(LinkToken.parse(token))
        .flatMap(parsed -> store.find(parsed.hash(), purpose))
        .filter(link -> link.end() != LinkEnd.ERASED);
  }

  /** Ends the links of a charge. Safe to repeat. */
  public Mono<Void> endAllOfCharge(String requestId, LinkEnd end) {
    return store.endAllOfCharge(requestId, end);
  }

  @Override
  public Mono<Void> erase(CustomerReference customer) {
    return store.endAllOfCustomer(customer, LinkEnd.ERASED);
  }

  /** Notes that the link's page is open in front of the customer now. */
  public Mono<Void> seen(Link link) {
    return store.seen(link, clock.instant());
  }

  /** Whether the customer has a page of this charge open now. */
  public Mono<Boolean> isOnPage(String requestId) {
    return store.seenSince(requestId, clock.instant().minus(PRESENCE));
  }

  /** Counts that the customer starts to approve the payment. */
  public Mono<Void> countApproval(Link link) {
    return store.countApproval(link);
  }

  /** Replaces the link's SetupIntent if nobody did before; returns the link as stored. */
  public Mono<Link> replaceSetupIntent(Link link, String setupIntentId) {
    return store.replaceSetupIntent(link, link.setupIntentId(), setupIntentId);
  }

  private Link link(String id, Order order) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var latest = now.plus(order.purpose().lifetimeMax());
    var wanted = order.expiresAt();
    return new Link(
        id,
        order.purpose(),
        order.customer(),
        order.requestId(),
        order.paymentIntentId(),
        order.setupIntentId(),
        order.returnUrl(),
        now,
        wanted != null && wanted.isBefore(latest) ? wanted : latest,
        0,
        null);
  }
}
