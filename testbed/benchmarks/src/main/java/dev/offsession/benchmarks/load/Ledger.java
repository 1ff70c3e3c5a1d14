package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.bed.Stripe;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares what was asked for and told with what Stripe's ledger says was charged. */
public final class Ledger {
  private static final int NAMED_MAX = 3;

  private final JsonNode perRequest;
  private final long capturedMinor;

  private Ledger(JsonNode ledger) {
    this.perRequest = ledger.path("succeeded_per_request");
    this.capturedMinor =
        ledger.path("captured_minor_per_currency").path(Merchant.CURRENCY).asLong();
  }

  /** The ledger as it is now. */
  public static Ledger of(Stripe stripe) {
    return new Ledger(stripe.ledger());
  }

  /** Complaints about batches of which every request must have been charged exactly once. */
  public List<String> complaints(List<Batch> batches, Watch watch) {
    List<String> complaints = new ArrayList<>();
    for (Batch batch : batches) {
      complain(complaints, batch, batch.size() - batch.paidCount(), "never told as paid");
      complain(complaints, batch, batch.otherEndsCount(), "ended otherwise");
      complain(complaints, batch, wrong(batch, 0), "never charged");
      complain(complaints, batch, wrong(batch, 2), "CHARGED TWICE");
    }
    money(complaints);
    watch.doubleEnds().stream()
        .limit(NAMED_MAX)
        .forEach(id -> complaints.add("two different ends: " + id));
    return complaints;
  }

  /**
   * Complaints about a batch of which only a part was taken up before the rest was withdrawn: no
   * request may have been charged twice, and those charged and those told must be the same.
   */
  public List<String> complaintsOfPart(Batch batch) {
    List<String> complaints = new ArrayList<>();
    complain(complaints, batch, wrong(batch, 2), "CHARGED TWICE");
    int differing = 0;
    for (int i = 0; i < batch.size(); i++) {
      if (batch.isPaid(i) != (charges(batch, i) == 1)) {
        differing++;
      }
    }
    complain(complaints, batch, differing, "charged but not told, or told but not charged");
    money(complaints);
    return complaints;
  }

  /** How many requests of a batch were charged more than once. */
  public int chargedTwice(Batch batch) {
    return wrong(batch, 2);
  }

  private void money(List<String> complaints) {
    long charges = perRequest.valueStream().mapToLong(JsonNode::asLong).sum();
    if (capturedMinor != charges * Merchant.AMOUNT) {
      complaints.add("captured " + capturedMinor + " for " + charges + " charges");
    }
  }

  /** How many were charged so often, or oftener when that is more than once. */
  private int wrong(Batch batch, int times) {
    int found = 0;
    for (int i = 0; i < batch.size(); i++) {
      long charged = charges(batch, i);
      if (times == 0 ? charged == 0 : charged >= times) {
        found++;
      }
    }
    return found;
  }

  private long charges(Batch batch, int number) {
    return perRequest.path(batch.id(number)).asLong(0);
  }

  private static void complain(List<String> complaints, Batch batch, int count, String what) {
    if (count > 0) {
      complaints.add("%d of %d %s (%s)".formatted(count, batch.size(), what, batch.name()));
    }
  }
}
