package dev.offsession.collector.links;

import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where links are kept. A token itself is never stored, only its hash. */
public interface LinkStore {
  /** Keeps a new link. Adding the same link again changes nothing. */
  Mono<Void> add(Link link, String tokenHash);

  /** The link of a token, for the page it was made for; empty otherwise. */
  Mono<Link> find(String tokenHash, LinkPurpose purpose);

  /** Ends all open links of a charge. A link that has ended keeps its first reason. */
  Mono<Void> endAllOfCharge(String requestId, LinkEnd end);

  /** Ends all open links of a customer. */
  Mono<Void> endAllOfCustomer(CustomerReference customer, LinkEnd end);

  /** Notes when the link's page was last open. */
  Mono<Void> seen(Link link, Instant now);

  /** Whether a page of this charge was open at this moment or later. */
  Mono<Boolean> seenSince(String requestId, Instant moment);

  /** Counts that the customer starts to approve the payment. */
  Mono<Void> countApproval(Link link);

  /** Replaces the link's SetupIntent if it is still the expected one; returns what is stored. */
  Mono<Link> replaceSetupIntent(Link link, @Nullable String expected, String setupIntentId);
}
