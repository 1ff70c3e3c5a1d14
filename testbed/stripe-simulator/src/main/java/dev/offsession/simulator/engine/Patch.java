package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/** What an update wants of one field. Stripe reads an empty value as "unset". */
public sealed interface Patch<T> {

  /** The field as it will be. */
  @Nullable T over(@Nullable T current);

  /** The field as it will be, where a cleared field falls back to a default. */
  default T over(T current, T whenCleared) {
    T result = over(current);
    return result == null ? whenCleared : result;
  }

  /** Leaves the field alone. */
  static <T> Patch<T> keep() {
    return new Keep<>();
  }

  /** The call did not name the field. */
  record Keep<T>() implements Patch<T> {
    @Override
    public @Nullable T over(@Nullable T current) {
      return current;
    }
  }

  /** The call unset the field. */
  record Clear<T>() implements Patch<T> {
    @Override
    public @Nullable T over(@Nullable T current) {
      return null;
    }
  }

  /** The call gave a value. */
  record Set<T>(T value) implements Patch<T> {
    @Override
    public T over(@Nullable T current) {
      return value;
    }
  }
}
