package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field's value inside an index key. Values order by type first; a part without a value is
 * either MongoDB's null (which a missing field also is) or a bound that lies between two types.
 *
 * @param rank place of the type among the types
 * @param value the value, comparable with others of the same rank
 */
record KeyPart(int rank, @Nullable Comparable<?> value) implements Comparable<KeyPart> {
  static final KeyPart LOWEST = new KeyPart(-1, null);
  static final KeyPart NULL = new KeyPart(0, null);
  static final KeyPart HIGHEST = new KeyPart(99, null);

  /** Whole numbers beyond this have no exact double, so they cannot be compared as one. */
  private static final double EXACT_DOUBLES = 1L << 53;

  private static final Comparator<Comparable<?>> SAME_TYPE = KeyPart::compareValues;

  /** Empty when the value (an array, a document, a decimal …) has no place in a sorted index. */
  static Optional<KeyPart> of(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.of(NULL);
      case Missing _ -> Optional.of(NULL);
      case Integer number -> Optional.of(number(number));
      case Long number when Math.abs((double) number) < EXACT_DOUBLES ->
          Optional.of(number(number));
      case Double number when Math.abs(number) < EXACT_DOUBLES -> Optional.of(number(number));
      case String text -> Optional.of(new KeyPart(4, text));
      case ObjectId id -> Optional.of(new KeyPart(6, id));
      case Boolean flag -> Optional.of(new KeyPart(8, flag));
      case Instant time -> Optional.of(new KeyPart(10, time));
      default -> Optional.empty();
    };
  }

  /** Adding zero turns minus zero into zero, which MongoDB holds equal. */
  private static KeyPart number(Number number) {
    return new KeyPart(2, number.doubleValue() + 0.0);
  }

  /** A bound below every value of this part's type. */
  KeyPart belowItsType() {
    return new KeyPart(rank - 1, null);
  }

  /** A bound above every value of this part's type. */
  KeyPart aboveItsType() {
    return new KeyPart(rank + 1, null);
  }

  @Override
  public int compareTo(KeyPart other) {
    int byType = Integer.compare(rank, other.rank);
    if (byType != 0 || value == null || other.value == null) {
      return byType;
    }
    return SAME_TYPE.compare(value, other.value);
  }

  @SuppressWarnings("unchecked") // equal ranks mean the same class
  private static <T> int compareValues(Comparable<?> left, Comparable<?> right) {
    return ((Comparable<T>) left).compareTo((T) right);
  }
}
