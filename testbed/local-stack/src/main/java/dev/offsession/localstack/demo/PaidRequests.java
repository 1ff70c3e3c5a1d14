package dev.offsession.localstack.demo;

import dev.offsession.schemas.ChargeRequested;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The requests that must be paid, for the last look into the ledger. */
final class PaidRequests {
  private final List<ChargeRequested> requests = new CopyOnWriteArrayList<>();

  void add(ChargeRequested request) {
    requests.add(request);
  }

  int count() {
    return requests.size();
  }

  /** Ids of those that were not paid exactly once with the right amount. */
  List<String> wrongIn(Ledger ledger) {
    return requests.stream()
        .filter(request ->
            !ledger.paidOnce(
                request.getRequestId(), request.getAmountMinor(), request.getCurrency()))
        .map(ChargeRequested::getRequestId)
        .toList();
  }
}
