package dev.offsession.localstack.crash;

import dev.offsession.schemas.ChargeEventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Compares Stripe's ledger, charge-worker's store and the events: all must say the same. */
final class Judge {
  private final Watch watch;
  private final Function<String, JsonNode> ledger;
  private final UnaryOperator<String> store;
  private final LongSupplier cancellationsUnread;

  /**
   * @param ledger Stripe's, of the requests whose id begins so
   * @param store the state of a charge
   * @param cancellationsUnread how many cancellations no charge-worker has taken yet
   */
  Judge(
      Watch watch,
      Function<String, JsonNode> ledger,
      UnaryOperator<String> store,
      LongSupplier cancellationsUnread) {
    this.watch = watch;
    this.ledger = ledger;
    this.store = store;
    this.cancellationsUnread = cancellationsUnread;
  }

  /**
   * Whether the first wave rests: paid, or the customer was asked; and every cancellation was read.
   * Two topics have no order: a cancellation comes first only if it was read first.
   */
  boolean rests(Batch batch) {
    return batch.inTime().stream().allMatch(this::rests) && cancellationsUnread.getAsLong() == 0;
  }

  private boolean rests(Batch.Wish wish) {
    return watch.saw(wish.requestId(), wish.rests())
        && (!wish.asksTheCustomer() || watch.prompts(wish.requestId()) > 0)
        && (!wish.isPaid() || watch.webhookOfPayment(wish.requestId()));
  }

  /** Whether every charge of the batch has told its end. */
  boolean ended(Batch batch) {
    return batch.all().stream().noneMatch(wish -> watch.finals(wish.requestId()).isEmpty());
  }

  /** What is not as it must be; empty when all holds. */
  List<String> complaints(Batch batch) {
    List<String> complaints = new ArrayList<>();
    JsonNode ledger = this.ledger.apply(batch.run());
    for (Batch.Wish wish : batch.all()) {
      money(wish, ledger, complaints);
      events(wish, complaints);
      store(wish, complaints);
    }
    return complaints;
  }

  private static void money(Batch.Wish wish, JsonNode ledger, List<String> complaints) {
    long charged = ledger.path("succeeded_per_request").path(wish.requestId()).asLong(0);
    long wanted = wish.isPaid() ? 1 : 0;
    if (charged > wanted) {
      complaints.add(
          "CHARGED %d TIMES instead of %d: %s".formatted(charged, wanted, wish.requestId()));
    } else if (charged < wanted) {
      complaints.add("not charged: " + wish.requestId());
    }
    boolean otherAmount =
        ledger
            .path("charges")
            .valueStream()
            .filter(charge ->
                charge
                    .path("metadata")
                    .path("offsession_request_id")
                    .asString("")
                    .equals(wish.requestId()))
            .anyMatch(charge -> charge.path("amount").asLong() != wish.amountMinor());
    if (otherAmount) {
      complaints.add("another amount: " + wish.requestId());
    }
  }

  private void events(Batch.Wish wish, List<String> complaints) {
    var finals = watch.finals(wish.requestId());
    if (finals.isEmpty()) {
      complaints.add("no final event: " + wish.requestId());
    } else if (finals.size() > 1) {
      complaints.add(finals.size() + " final events: " + finals);
    } else if (!finals.iterator().next().endsWith(" " + wish.ends())) {
      complaints.add("ended as %s: %s".formatted(finals, wish.requestId()));
    }
    if (wish.asksTheCustomer() && watch.prompts(wish.requestId()) != 1) {
      complaints.add(
          "%d prompts instead of 1: %s"
              .formatted(watch.prompts(wish.requestId()), wish.requestId()));
    }
  }

  private void store(Batch.Wish wish, List<String> complaints) {
    String state = store.apply(wish.requestId());
    ChargeEventType wanted = wish.ends();
    if (!state.equals(wanted.name())) {
      complaints.add("the store says %s: %s".formatted(state, wish.requestId()));
    }
  }
}
