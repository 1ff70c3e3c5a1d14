package dev.offsession.localstack.demo;

import tools.jackson.databind.JsonNode;

/** The simulator's books at one moment: what really was charged. */
public record Ledger(JsonNode books) {
  /** Successful charges for this request. */
  public long succeeded(String requestId) {
    return books.path("succeeded_per_request").path(requestId).asLong(0);
  }

  /** Whether this request was paid once, with this amount and currency, and nothing else. */
  public boolean paidOnce(String requestId, long amountMinor, String currency) {
    return succeeded(requestId) == 1
        && books
            .path("charges")
            .valueStream()
            .filter(charge -> isPaid(charge, requestId))
            .allMatch(charge ->
                charge.path("amount_captured").asLong() == amountMinor
                    && charge.path("currency").asString("").equals(currency));
  }

  /** Successful charges for all requests whose id begins like this. */
  public long succeededOf(String requestIdPrefix) {
    return books.path("succeeded_per_request").properties().stream()
        .filter(entry -> entry.getKey().startsWith(requestIdPrefix))
        .mapToLong(entry -> entry.getValue().asLong())
        .sum();
  }

  private static boolean isPaid(JsonNode charge, String requestId) {
    return charge.path("status").asString("").equals("succeeded")
        && charge.path("metadata").path("offsession_request_id").asString("").equals(requestId);
  }
}
