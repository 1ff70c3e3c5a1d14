package dev.offsession.localstack.soak;

import dev.offsession.localstack.client.StackCallException;
import dev.offsession.localstack.client.Upstream;
import dev.offsession.localstack.crash.Pause;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks for charges at a steady rate, whatever becomes of them. */
final class Load implements AutoCloseable {
  /** Between a charge that needs the customer and its cancellation, and until one expires. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration HEAD_START = Duration.ofSeconds(2);
  private static final int TWICE_PERCENT = 2;
  private static final int HUNDRED = 100;

  private final SoakPlan plan;
  private final Ids ids;
  private final Book book;
  private final Cast cast;
  private final Upstream upstream;
  private final Random random;
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Duration behind = Duration.ZERO;

  Load(SoakPlan plan, Ids ids, Book book, Cast cast, Upstream upstream) {
    this.plan = plan;
    this.ids = ids;
    this.book = book;
    this.cast = cast;
    this.upstream = upstream;
    this.random = new Random(plan.seed());
  }

  /** Asks for all of them; returns when the last one is out. */
  void run() {
    long begin = System.nanoTime();
    for (int number = 0; number < plan.charges(); number++) {
      long early = begin + plan.dueNanos(number) - System.nanoTime();
      if (early > 0) {
        Pause.of(Duration.ofNanos(early));
      }
      behind = Duration.ofNanos(Math.max(0, -early));
      ask(number, kind(number));
    }
  }

  private Kind kind(int number) {
    Kind kind = Kind.of(random.nextInt(HUNDRED));
    return kind == Kind.SHORT && !cast.lackFundsOnce(number, book) ? Kind.GOOD : kind;
  }

  private void ask(int number, Kind kind) {
    book.asks(number, kind);
    ChargeRequested request = request(number, kind);
    if (kind == Kind.AHEAD) {
      cancel(number);
      after(HEAD_START, () -> send(request));
      return;
    }
    send(request);
    if (random.nextInt(HUNDRED) < TWICE_PERCENT) {
      send(request);
    }
    if (kind == Kind.AUTHENTICATION) {
      after(PATIENCE, () -> cancel(number));
    }
  }

  private static void after(Duration pause, Runnable work) {
    Thread.ofVirtual()
        .start(() -> {
          Pause.of(pause);
          work.run();
        });
  }

  private void send(ChargeRequested request) {
    CompletableFuture<Void> _ =
        upstream
            .publishLater(request)
            .whenComplete((_, failure) -> refused.addAndGet(failure == null ? 0 : 1));
  }

  private void cancel(int number) {
    try {
      upstream.publish(
          ChargeCancellationRequested.newBuilder()
              .setRequestId(ids.request(number))
              .setReason("soak")
              .setRequestedAt(now())
              .build());
    } catch (StackCallException e) {
      refused.incrementAndGet();
    }
  }

  private ChargeRequested request(int number, Kind kind) {
    ChargeRequested.Builder request =
        ChargeRequested.newBuilder()
            .setRequestId(ids.request(number))
            .setCustomerReference(cast.reference(kind, number))
            .setAmountMinor(Ids.amountMinor(number))
            .setCurrency("eur")
            .setRequestedAt(now());
    if (kind == Kind.DECLINED) {
      request.setExpiresAt(now().plus(PATIENCE));
    }
    return request.build();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Requests that the broker did not take: the run says nothing about them. */
  int refused() {
    return refused.get();
  }

  /** How far behind its clock the asking is. */
  Duration behind() {
    return behind;
  }

  @Override
  public void close() {
    upstream.close();
  }
}
