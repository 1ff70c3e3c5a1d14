package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.CustomerReference;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Tells pictures at once where it can, and later where it cannot. The customer's document itself
 * says that it waits, so a crash at any point loses nothing.
 */
public final class PictureService implements PictureRelay {
  private static final Logger log = LoggerFactory.getLogger(PictureService.class);

  private final PictureQueue queue;
  private final PicturePublisher publisher;
  private final StripeCustomers stripe;
  private final Clock clock;

  public PictureService(
      PictureQueue queue, PicturePublisher publisher, StripeCustomers stripe, Clock clock) {
    this.queue = queue;
    this.publisher = publisher;
    this.stripe = stripe;
    this.clock = clock;
  }

  @Override
  public Mono<Void> tellSoon(CustomerReference reference) {
    return Mono.defer(() -> queue.of(reference, clock.instant()))
        .flatMap(this::tell)
        .onErrorResume(failure -> later(reference.value(), failure));
  }

  /** Tells everything that is due, one after the other; stops at the first failure. */
  public Mono<Void> tellAllDue() {
    var one = Mono.defer(() -> queue.next(clock.instant())).flatMap(this::toldJob);
    return one.expand(_ -> one).then();
  }

  private Mono<PictureQueue.Job> toldJob(PictureQueue.Job job) {
    return tell(job).thenReturn(job);
  }

  private Mono<Void> tell(PictureQueue.Job job) {
    var deleted = job.toDelete() == null ? Mono.<Void>empty() : stripe.delete(job.toDelete());
    return deleted
        .then(publisher.publish(job.picture()))
        .then(Mono.defer(() -> queue.told(job, clock.instant())));
  }

  private static Mono<Void> later(String reference, Throwable failure) {
    log.warn("Customer {} is told later: {}", reference, failure.toString());
    return Mono.empty();
  }
}
