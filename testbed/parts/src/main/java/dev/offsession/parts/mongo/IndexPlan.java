package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an index can do for a query: some leading fields equal, then perhaps one range.
 *
 * @param prefixes the wanted values of the leading fields; several where a field has {@code $in}
 * @param low lowest wanted value of the field after the prefix
 * @param high highest wanted value of it
 */
record IndexPlan(
    SortedIndex index, List<List<KeyPart>> prefixes, int equalFields, KeyPart low, KeyPart high) {

  private static final List<List<KeyPart>> NO_PREFIX = List.of(List.of());

  /** Empty when the index is of no use for these conditions. */
  static Optional<IndexPlan> of(SortedIndex index, QueryConditions conditions) {
    List<List<KeyPart>> prefixes = NO_PREFIX;
    int equal = 0;
    for (String field : index.fields()) {
      List<KeyPart> points = conditions.points(field);
      if (points.isEmpty()) {
        return ranged(index, prefixes, equal, conditions, field);
      }
      prefixes = longer(prefixes, points);
      equal++;
    }
    return Optional.of(new IndexPlan(index, prefixes, equal, KeyPart.LOWEST, KeyPart.HIGHEST));
  }

  private static Optional<IndexPlan> ranged(
      SortedIndex index,
      List<List<KeyPart>> prefixes,
      int equal,
      QueryConditions conditions,
      String field) {
    KeyPart low = conditions.low(field);
    KeyPart high = conditions.high(field);
    IndexPlan plan = new IndexPlan(index, prefixes, equal, low, high);
    return equal > 0 || plan.isRanged() ? Optional.of(plan) : Optional.empty();
  }

  private static List<List<KeyPart>> longer(List<List<KeyPart>> prefixes, List<KeyPart> points) {
    List<List<KeyPart>> longer = new ArrayList<>();
    for (List<KeyPart> prefix : prefixes) {
      for (KeyPart point : points) {
        longer.add(Stream.concat(prefix.stream(), Stream.of(point)).toList());
      }
    }
    return longer;
  }

  private boolean isRanged() {
    return !low.equals(KeyPart.LOWEST) || !high.equals(KeyPart.HIGHEST);
  }

  /** How much the index narrows the search: an equal field counts more than a range. */
  int score() {
    return 2 * equalFields + (isRanged() ? 1 : 0);
  }

  /** Positions of all candidates, in the collection's own order. */
  Stream<Integer> positions() {
    Stream<Integer> sorted =
        prefixes.stream()
            .flatMap(prefix -> index.range(prefix, low, high).stream())
            .map(IndexEntry::position);
    return Stream.concat(index.loose().stream(), sorted).sorted();
  }

  /** Positions in the wanted order, or empty when the index does not give that order. */
  Optional<Stream<Integer>> positionsInOrder(@Nullable Document orderBy) {
    if (orderBy == null || !givesOrderOf(orderBy)) {
      return Optional.empty();
    }
    Set<Integer> directions =
        orderBy.values().stream()
            .map(direction -> Integer.signum(((Number) direction).intValue()))
            .collect(Collectors.toSet());
    if (directions.size() != 1) {
      return Optional.empty();
    }
    NavigableSet<IndexEntry> range = index.range(prefixes.getFirst(), low, high);
    return Optional.of(directions.contains(1) ? ascending(range) : descending(range));
  }

  private boolean givesOrderOf(Document orderBy) {
    List<String> rest = index.fields().subList(equalFields, index.fields().size());
    return prefixes.size() == 1
        && index.loose().isEmpty()
        && List.copyOf(orderBy.keySet()).equals(rest);
  }

  private static Stream<Integer> ascending(NavigableSet<IndexEntry> range) {
    return range.stream().map(IndexEntry::position);
  }

  /** Equal keys stay in ascending position, as a stable sort leaves them. */
  private static Stream<Integer> descending(NavigableSet<IndexEntry> range) {
    return Stream.iterate(
            range.isEmpty() ? null : range.last(),
            Objects::nonNull,
            entry -> range.lower(IndexEntry.before(entry.key())))
        .flatMap(entry -> range.subSet(IndexEntry.before(entry.key()), true, entry, true).stream())
        .map(IndexEntry::position);
  }
}
