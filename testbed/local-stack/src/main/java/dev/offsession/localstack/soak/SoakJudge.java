package dev.offsession.localstack.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares ledger, store and events of every charge of the run, one block after the other. */
final class SoakJudge {
  private static final int ASKING_MAX = 8;

  private final Ids ids;
  private final Book book;
  private final Function<String, JsonNode> ledger;
  private final UnaryOperator<String> store;
  private final Verdict verdict = new Verdict();

  /**
   * @param ledger Stripe's, of the requests whose id begins so
   * @param store the state of a charge
   */
  SoakJudge(Ids ids, Book book, Function<String, JsonNode> ledger, UnaryOperator<String> store) {
    this.ids = ids;
    this.book = book;
    this.ledger = ledger;
    this.store = store;
  }

  /** Looks at everything. */
  Verdict judge() {
    for (int from = 0; from < book.asked(); from += Ids.BLOCK) {
      judge(from, Math.min(from + Ids.BLOCK, book.asked()));
    }
    return verdict;
  }

  /** One succeeded charge of the ledger. */
  private record Payment(String requestId, long amountMinor) {}

  private void judge(int from, int to) {
    JsonNode block = ledger.apply(ids.block(from / Ids.BLOCK));
    Map<String, Long> amounts = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    block
        .path("charges")
        .valueStream()
        .filter(charge -> charge.path("status").asString("").equals("succeeded"))
        .map(SoakJudge::payment)
        .forEach(payment -> {
          amounts.merge(payment.requestId(), payment.amountMinor(), Long::sum);
          counts.merge(payment.requestId(), 1, Integer::sum);
        });
    List<String> states = states(from, to);
    for (int number = from; number < to; number++) {
      String request = ids.request(number);
      money(number, counts.getOrDefault(request, 0), amounts.getOrDefault(request, 0L));
      events(number);
      store(number, states.get(number - from));
      counts.remove(request);
    }
    counts.forEach(this::stranger);
  }

  private static Payment payment(JsonNode charge) {
    return new Payment(
        charge.path("metadata").path("offsession_request_id").asString(""),
        charge.path("amount_captured").asLong());
  }

  private void money(int number, int count, long amountMinor) {
    boolean due = book.isDue(number);
    verdict.wanted += due ? 1 : 0;
    verdict.wantedMinor += due ? Ids.amountMinor(number) : 0;
    verdict.paid += count;
    verdict.paidMinor += amountMinor;
    if (count > (due ? 1 : 0)) {
      verdict.chargedTwice++;
      verdict.complain("CHARGED %d TIMES: %s".formatted(count, ids.request(number)));
    } else if (due && count == 0) {
      verdict.notCharged++;
      verdict.complain("not charged: %s".formatted(ids.request(number)));
    } else if (due && amountMinor != Ids.amountMinor(number)) {
      verdict.complain("another amount: %s".formatted(ids.request(number)));
    }
  }

  private void stranger(String request, int count) {
    verdict.strangers += count;
    verdict.complain("charged without being asked: %s".formatted(request));
  }

  private void events(int number) {
    String complaint = book.complaint(number);
    if (!complaint.isEmpty()) {
      verdict.eventsDiffer++;
      verdict.complain("%s: %s".formatted(complaint, ids.request(number)));
    }
    if (book.isDue(number) && !book.isAnnounced(number)) {
      verdict.webhooksMissing++;
      verdict.complain(
          "Stripe's word of the payment is not on Kafka: %s".formatted(ids.request(number)));
    }
  }

  private void store(int number, String state) {
    if (!state.equals(book.end(number).name()) || !book.hasEnded(number)) {
      verdict.storeDiffers++;
      verdict.complain("the store says %s: %s".formatted(state, ids.request(number)));
    }
  }

  private List<String> states(int from, int to) {
    return Asking.each(
        IntStream.range(from, to).mapToObj(ids::request).toList(), store, ASKING_MAX);
  }

  /** Holds charge-worker's own comparison of Stripe and store to what was wanted. */
  void reconcile(JsonNode report) {
    JsonNode total = report.path("stripe").path(0);
    if (!report.path("balanced").asBoolean(false)) {
      verdict.complain(
          "reconciliation: %d differences".formatted(report.path("difference_count").asInt()));
    }
    if (total.path("count").asLong() != verdict.wanted
        || total.path("amount_minor").asLong() != verdict.wantedMinor) {
      verdict.complain("reconciliation counts %s".formatted(total));
    }
  }
}
