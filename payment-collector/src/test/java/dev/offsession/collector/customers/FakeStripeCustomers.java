package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** Stripe in memory: the same idempotency key gives the same customer. */
public final class FakeStripeCustomers implements StripeCustomers {
  private final Map<String, StripeCustomerId> byKey = new ConcurrentHashMap<>();
  private final List<SavedCard> cards = new CopyOnWriteArrayList<>();
  private final Set<StripeCustomerId> deleted = new HashSet<>();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private Runnable beforeCards = () -> {};

  /** The next customer is created, but we never hear of it. */
  public void loseNextAnswer() {
    lostAnswers.incrementAndGet();
  }

  /** Attaches a card, made at that second; the newest is listed first. */
  public void attach(String id, Instant createdAt) {
    var second = createdAt.truncatedTo(ChronoUnit.SECONDS);
    cards.addFirst(new SavedCard(new PaymentMethodId(id), "visa", "4242", 12, 2030, "fp", second));
  }

  /** Runs once, between reading the customer and listing the cards. */
  public void beforeNextListing(Runnable work) {
    beforeCards = work;
  }

  /** How many customers exist at Stripe. */
  public int customers() {
    return (int) byKey.values().stream().distinct().count();
  }

  /** Which customers were deleted. */
  public Set<StripeCustomerId> deleted() {
    return deleted;
  }

  @Override
  public Mono<StripeCustomerId> create(CustomerReference reference, int generation) {
    return Mono.fromCallable(() -> {
      var key = reference + ":" + generation;
      var id = byKey.computeIfAbsent(key, _ -> new StripeCustomerId("cus_" + (byKey.size() + 1)));
      if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("connection reset");
      }
      return id;
    });
  }

  @Override
  public Mono<Void> describe(StripeCustomerId id, Contact contact) {
    return Mono.empty();
  }

  @Override
  public Mono<List<SavedCard>> cards(StripeCustomerId id) {
    return Mono.fromSupplier(() -> {
      List<SavedCard> listed = new ArrayList<>(cards);
      var work = beforeCards;
      beforeCards = () -> {};
      work.run();
      return listed;
    });
  }

  @Override
  public Mono<Void> detach(PaymentMethodId id) {
    return Mono.fromRunnable(() -> cards.removeIf(card -> card.id().equals(id)));
  }

  @Override
  public Mono<Void> delete(StripeCustomerId id) {
    return Mono.fromRunnable(() -> deleted.add(id));
  }
}
