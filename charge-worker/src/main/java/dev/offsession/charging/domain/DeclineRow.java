package dev.offsession.charging.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the decline table.
 *
 * @param tell empty in a row of advice that leaves the text to the decline code
 * @param retries how often at most it is tried again for this code
 * @param fraudLike the customer must read it as generic, whatever else is known
 */
record DeclineRow(
    DeclineKey key,
    DeclineClass kind,
    Optional<CustomerMessage> tell,
    int retries,
    boolean fraudLike) {
  private static final String GENERIC_ONLY = "generic_only";
  private static final String AS_THE_CODE = "-";
  private static final int RETRIES_MAX = 20;
  private static final String SHAPE =
      "must be CLASS[,TEXT[,RETRIES]] such as soft,insufficient_funds,2: CLASS one of auth, hard,"
          + " stop, soft, soft-long, soft-short; TEXT one of generic_decline, insufficient_funds,"
          + " card_details, authentication, temporary; RETRIES 0 to 20";

  /** Reads {@code kind,code,class,tell,retries}. */
  static DeclineRow parse(String line) {
    List<String> cells = List.of(line.strip().split(",", -1));
    try {
      Require.that(cells.size() == 5, "a decline row has five cells");
      return new DeclineRow(
          new DeclineKey(DeclineKey.Kind.parse(cells.get(0)), cells.get(1)),
          DeclineClass.parse(cells.get(2)),
          text(cells.get(3)),
          retries(cells.get(4)),
          cells.get(3).equals(GENERIC_ONLY));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("bad decline row: " + line, e);
    }
  }

  /** The row of a code that the table does not know: soft, once. */
  static DeclineRow unknown(DeclineKey key) {
    return new DeclineRow(
        key, DeclineClass.SOFT, Optional.of(CustomerMessage.GENERIC_DECLINE), 1, false);
  }

  /** This row the operator's way; what the text leaves out stays, as far as the class allows. */
  DeclineRow overriddenBy(String text) {
    List<String> cells = List.of(text.strip().split("\\s*,\\s*", -1));
    try {
      Require.that(cells.size() <= 3, "too many cells");
      DeclineClass wanted = DeclineClass.parse(cells.getFirst());
      return new DeclineRow(
          key,
          wanted,
          cells.size() > 1 ? text(cells.get(1)) : tell,
          cells.size() > 2 ? retries(cells.get(2)) : retriesAs(wanted),
          fraudLike);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(SHAPE, e);
    }
  }

  /** What the row says of a refusal. */
  DeclineAdvice advice() {
    return new DeclineAdvice(kind, tell.orElse(CustomerMessage.GENERIC_DECLINE), retries);
  }

  private int retriesAs(DeclineClass wanted) {
    return wanted.isSoft() ? Math.max(1, retries) : 0;
  }

  private static Optional<CustomerMessage> text(String cell) {
    return switch (cell) {
      case AS_THE_CODE -> Optional.empty();
      case GENERIC_ONLY -> Optional.of(CustomerMessage.GENERIC_DECLINE);
      default -> Optional.of(CustomerMessage.valueOf(cell.toUpperCase(Locale.ROOT)));
    };
  }

  private static int retries(String cell) {
    int retries = Integer.parseInt(cell);
    Require.that(retries >= 0 && retries <= RETRIES_MAX, "retries are 0 to 20");
    return retries;
  }
}
