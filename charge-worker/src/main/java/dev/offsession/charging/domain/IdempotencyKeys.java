package dev.offsession.charging.domain;

import java.util.OptionalInt;

/**
 * The idempotency keys of one charge: made from the request id, so that every process at every time
 * names the same effect the same way.
 */
public final class IdempotencyKeys {
  private static final int HASH_LENGTH = 32;

  private final String prefix;

  private IdempotencyKeys(String prefix) {
    this.prefix = prefix;
  }

  /** Keys of this request. */
  public static IdempotencyKeys of(ChargeRequestId request) {
    return new IdempotencyKeys(Fingerprint.sha256(request.value()).substring(0, HASH_LENGTH));
  }

  /**
   * Key of creating the intent.
   *
   * @param generation 1, and one more after Stripe answered an error for good under the last key
   */
  public IdempotencyKey create(int generation) {
    return new IdempotencyKey(prefix + ":create" + (generation == 1 ? "" : ":" + generation));
  }

  /** Key of the confirm with this attempt number. */
  public IdempotencyKey confirm(int attempt) {
    return new IdempotencyKey(confirmPrefix() + attempt);
  }

  /** The attempt that a key of ours confirmed; empty for any other key. */
  public OptionalInt attemptOf(IdempotencyKey key) {
    if (!key.value().startsWith(confirmPrefix())) {
      return OptionalInt.empty();
    }
    String number = key.value().substring(confirmPrefix().length());
    return number.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(number))
        : OptionalInt.empty();
  }

  private String confirmPrefix() {
    return prefix + ":confirm:";
  }
}
