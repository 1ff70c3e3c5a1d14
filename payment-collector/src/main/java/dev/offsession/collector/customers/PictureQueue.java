package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.Picture;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Customers whose picture waits to be told, each claimed by one process at a time. */
public interface PictureQueue {
  /**
   * One claimed customer.
   *
   * @param fence number of the claim
   * @param toDelete the Stripe customer an erasure has still to delete
   */
  record Job(Picture picture, long fence, @Nullable StripeCustomerId toDelete) {}

  /** The customer that waits longest, now claimed; empty when none waits. */
  Mono<Job> next(Instant now);

  /** This customer if it waits, now claimed. */
  Mono<Job> of(CustomerReference reference, Instant now);

  /**
   * The picture was told. A change that came meanwhile leaves the customer waiting; a lost claim
   * has the picture told once more under a new version, so that the newest one is also the last.
   */
  Mono<Void> told(Job job, Instant now);
}
