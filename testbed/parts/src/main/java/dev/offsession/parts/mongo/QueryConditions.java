package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions of a query that must all hold, one per field: its own and those under $and. */
final class QueryConditions {
  private static final int POINTS_MAX = 100;

  private final Map<String, Object> byField = new HashMap<>();

  private QueryConditions() {}

  static QueryConditions of(Document query) {
    QueryConditions conditions = new QueryConditions();
    conditions.collect(query);
    return conditions;
  }

  private void collect(Document query) {
    query.forEach((field, condition) -> {
      if (!field.startsWith("$") && condition != null) {
        byField.putIfAbsent(field, condition);
      }
    });
    if (query.get("$and") instanceof Collection<?> all) {
      all.stream()
          .filter(Document.class::isInstance)
          .map(Document.class::cast)
          .forEach(this::collect);
    }
  }

  /** The values a field may have; empty when it is not limited to a few sortable ones. */
  List<KeyPart> points(String field) {
    Set<KeyPart> points = new LinkedHashSet<>();
    for (Object value : wantedValues(byField.get(field))) {
      Optional<KeyPart> point = KeyPart.of(value);
      if (point.isEmpty() || point.get().equals(KeyPart.NULL)) {
        return List.of();
      }
      points.add(point.get());
    }
    return points.size() > POINTS_MAX ? List.of() : List.copyOf(points);
  }

  private static Collection<?> wantedValues(@Nullable Object condition) {
    return switch (condition) {
      case null -> List.of();
      case Document operators when operators.get("$eq") != null -> List.of(operators.get("$eq"));
      case Document operators when operators.containsKey("$eq") -> List.of();
      case Document operators when operators.get("$in") instanceof Collection<?> values -> values;
      case Document _ -> List.of();
      default -> List.of(condition);
    };
  }

  /** Lowest value a range condition lets through; comparisons never cross types. */
  KeyPart low(String field) {
    KeyPart low = bound(field, "$gt", "$gte");
    KeyPart high = bound(field, "$lt", "$lte");
    if (!low.equals(KeyPart.NULL)) {
      return low;
    }
    return high.equals(KeyPart.NULL) ? KeyPart.LOWEST : high.belowItsType();
  }

  /** Highest value a range condition lets through. */
  KeyPart high(String field) {
    KeyPart low = bound(field, "$gt", "$gte");
    KeyPart high = bound(field, "$lt", "$lte");
    if (!high.equals(KeyPart.NULL)) {
      return high;
    }
    return low.equals(KeyPart.NULL) ? KeyPart.HIGHEST : low.aboveItsType();
  }

  /** NULL where there is no bound, or none that a sorted index knows. */
  private KeyPart bound(String field, String strict, String inclusive) {
    if (byField.get(field) instanceof Document operators) {
      String operator = operators.containsKey(strict) ? strict : inclusive;
      return KeyPart.of(operators.get(operator)).orElse(KeyPart.NULL);
    }
    return KeyPart.NULL;
  }

  /** The part of the query that a unique index over these keys can answer, if it covers them. */
  Optional<Document> equalityOn(Collection<IndexKey> keys) {
    Document part = new Document();
    for (IndexKey key : keys) {
      switch (byField.get(key.getKey())) {
        case Document operators when isPlain(operators.get("$eq")) ->
            part.put(key.getKey(), operators.get("$eq"));
        case Document operators when keys.size() == 1 && isListOfPlain(operators.get("$in")) ->
            part.put(key.getKey(), new Document("$in", operators.get("$in")));
        case Object value when isPlain(value) -> part.put(key.getKey(), value);
        case null, default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(part);
  }

  private static boolean isListOfPlain(@Nullable Object value) {
    return value instanceof Collection<?> values
        && values.stream().allMatch(QueryConditions::isPlain);
  }

  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Document _ -> false;
      case Collection<?> _ -> false;
      case BsonRegularExpression _ -> false;
      case Missing _ -> false;
      default -> true;
    };
  }
}
