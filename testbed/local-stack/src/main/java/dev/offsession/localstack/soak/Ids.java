package dev.offsession.localstack.soak;

import java.util.OptionalInt;

/**
 * Names of the charges of a run: a run, a block of a thousand, a number. A block is what the ledger
 * is asked for at once.
 *
 * @param run begins every request id
 */
record Ids(String run) {
  static final int BLOCK = 1_000;

  String request(int number) {
    return block(number / BLOCK) + number;
  }

  String block(int block) {
    return run + "-" + block + "-";
  }

  /** The number in a request id of this run. */
  OptionalInt number(String requestId) {
    return requestId.startsWith(run + "-")
        ? OptionalInt.of(Integer.parseInt(requestId.substring(requestId.lastIndexOf('-') + 1)))
        : OptionalInt.empty();
  }

  /** What the charge costs, in cents: a different amount for each of many. */
  static long amountMinor(int number) {
    return 1_000L + number % 997;
  }
}
