package dev.offsession.charging.stripe;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps the pace that Stripe allows: a budget for the account and one per endpoint. When Stripe no
 * longer accepts our key, no call is sent for a while: the circuit is open, nothing is lost.
 */
public final class PacedPaymentGateway implements PaymentGateway {

  /**
   * How fast we may call.
   *
   * @param account calls per second on the account
   * @param endpoint calls per second on each endpoint
   * @param openFor how long no call is sent after Stripe refused the key
   */
  public record Pace(int account, int endpoint, Duration openFor) {}

  private final PaymentGateway stripe;
  private final InstantSource clock;
  private final Pace pace;
  private final Bucket account;
  private final Bucket creates;
  private final Bucket confirms;
  private final Bucket reads;
  private final Bucket lists;
  private final Bucket cancels;
  private volatile Instant openUntil = Instant.MIN;

  public PacedPaymentGateway(PaymentGateway stripe, Pace pace, InstantSource clock) {
    this.stripe = stripe;
    this.clock = clock;
    this.pace = pace;
    this.account = bucket(pace.account());
    this.creates = bucket(pace.endpoint());
    this.confirms = bucket(pace.endpoint());
    this.reads = bucket(pace.endpoint());
    this.lists = bucket(pace.endpoint());
    this.cancels = bucket(pace.endpoint());
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    return paced(creates, () -> stripe.create(question));
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    return paced(confirms, () -> stripe.confirm(question));
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    return paced(reads, () -> stripe.fetch(question));
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    return paced(lists, () -> stripe.find(question));
  }

  @Override
  public GatewayReply cancel(PaymentIntentId intent) {
    return paced(cancels, () -> stripe.cancel(intent));
  }

  /** True while no call is sent because Stripe refused our key. */
  public boolean isOpen() {
    return clock.instant().isBefore(openUntil);
  }

  private GatewayReply paced(Bucket endpoint, Supplier<GatewayReply> call) {
    if (isOpen()) {
      return new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED);
    }
    try {
      endpoint.asBlocking().consume(1);
      account.asBlocking().consume(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new GatewayReply.NoAnswer(Trouble.RATE_LIMITED);
    }
    GatewayReply reply = call.get();
    if (reply instanceof GatewayReply.NoAnswer(Trouble trouble)
        && trouble == Trouble.UNAUTHORIZED) {
      openUntil = clock.instant().plus(pace.openFor());
    }
    return reply;
  }

  /** Refilled evenly, so that a second's budget is not spent in its first millisecond. */
  private static Bucket bucket(int perSecond) {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity(Math.max(1, perSecond / 10))
                .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
