package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Decline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to take money.
 *
 * @param terms the payment's terms at the time of the attempt
 * @param authenticated the customer passed a challenge for it
 * @param books how much of it was collected and given back
 */
public record Charge(
    String id,
    Instant created,
    String paymentIntent,
    PaymentTerms terms,
    PaymentMethod paymentMethod,
    boolean authenticated,
    Outcome outcome,
    Books books)
    implements Resource {

  /** The bank's answer. */
  public sealed interface Outcome {
    /** Paid, or authorized when the payment is captured later. */
    record Paid() implements Outcome {}

    /** No answer yet. */
    record Pending() implements Outcome {}

    /** Refused. */
    record Failed(Decline decline) implements Outcome {}
  }

  /**
   * The money side.
   *
   * @param captured minor units collected
   * @param refunded minor units given back
   * @param balanceTransaction known only some time after the charge
   */
  public record Books(
      long captured, long refunded, boolean disputed, @Nullable String balanceTransaction) {
    static final Books EMPTY = new Books(0, 0, false, null);
  }

  /** {@code succeeded}, {@code pending} or {@code failed}. */
  public String status() {
    return switch (outcome) {
      case Outcome.Paid _ -> "succeeded";
      case Outcome.Pending _ -> "pending";
      case Outcome.Failed _ -> "failed";
    };
  }

  /** True when the bank agreed. */
  public boolean paid() {
    return outcome instanceof Outcome.Paid;
  }

  /** True when money has moved. */
  public boolean captured() {
    return books.captured > 0;
  }

  /** True when all that was collected has been given back. */
  public boolean refunded() {
    return captured() && books.refunded == books.captured;
  }

  Charge settled(Outcome newOutcome, long captured) {
    return new Charge(
        id,
        created,
        paymentIntent,
        terms,
        paymentMethod,
        authenticated,
        newOutcome,
        new Books(captured, books.refunded, books.disputed, books.balanceTransaction));
  }

  Charge with(Books newBooks) {
    return new Charge(
        id, created, paymentIntent, terms, paymentMethod, authenticated, outcome, newBooks);
  }

  Charge with(BalanceTransaction transaction) {
    return with(new Books(books.captured, books.refunded, books.disputed, transaction.id()));
  }

  Charge refundedBy(long amount) {
    return with(
        new Books(
            books.captured,
            Math.addExact(books.refunded, amount),
            books.disputed,
            books.balanceTransaction));
  }

  Charge asDisputed() {
    return with(new Books(books.captured, books.refunded, true, books.balanceTransaction));
  }
}
