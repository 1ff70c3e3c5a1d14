package dev.offsession.parts.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Random documents, filters, sorts and updates over a few fields, odd values among them. */
final class RandomQueries {
  private static final List<String> FIELDS = List.of("due_at", "state", "n", "sub.x", "k", "v");

  private final Random random;

  RandomQueries(Random random) {
    this.random = random;
  }

  Document document(boolean withId) {
    Document document = new Document();
    if (withId) {
      document.put("_id", usual("_id"));
    }
    for (String field : FIELDS) {
      if (random.nextInt(100) < 75) {
        set(document, field, value(field));
      }
    }
    if (random.nextInt(3) > 0) {
      document.put("ext", usual("ext"));
    }
    return document;
  }

  private static void set(Document document, String field, @Nullable Object value) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      document.put(field, value);
    } else {
      document.put(field.substring(0, dot), new Document(field.substring(dot + 1), value));
    }
  }

  Document filter() {
    Document filter = new Document();
    int kind = random.nextInt(10);
    if (kind < 3) {
      filter.put("_id", random.nextInt(3) == 0 ? in("_id") : usual("_id"));
    } else if (kind < 4) {
      filter.put("ext", usual("ext"));
    } else if (kind < 5) {
      filter.append("k", usual("k")).append("v", usual("v"));
    }
    int more = random.nextInt(3) + (kind >= 5 ? 1 : 0);
    for (int i = 0; i < more; i++) {
      String field = anyField();
      filter.put(field, condition(field));
    }
    return combined(filter);
  }

  private Document combined(Document filter) {
    Document due = new Document("due_at", condition("due_at"));
    Document result = random.nextInt(10) == 0 ? new Document("$and", List.of(filter, due)) : filter;
    if (random.nextInt(12) == 0) {
      result.append(
          "$or", List.of(new Document("state", usual("state")), new Document("n", condition("n"))));
    }
    return result;
  }

  private @Nullable Object condition(String field) {
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> value(field);
      case 4 -> new Document("$lte", value(field));
      case 5 -> new Document("$lt", usual(field)).append("$gt", usual(field));
      case 6 -> new Document("$gte", value(field));
      case 7 -> in(field);
      case 8 -> new Document("$eq", value(field));
      case 9 -> new Document("$ne", usual(field));
      case 10 -> new Document("$exists", random.nextBoolean());
      case 11 -> new Document("$lte", usual(field)).append("$ne", usual(field));
      case 12 -> new Document("$in", new ArrayList<>(Arrays.asList(usual(field), null)));
      default -> new Document("$gt", usual(field));
    };
  }

  private Document in(String field) {
    return new Document("$in", List.of(usual(field), usual(field)));
  }

  @Nullable Document sort() {
    return switch (random.nextInt(9)) {
      case 0 -> new Document("due_at", 1);
      case 1 -> new Document("due_at", -1);
      case 2 -> new Document("state", 1).append("due_at", 1);
      case 3 -> new Document("state", -1).append("due_at", -1);
      case 4 -> new Document("n", random.nextBoolean() ? 1 : -1);
      case 5 -> new Document("state", 1).append("due_at", -1);
      case 6 -> new Document("$natural", random.nextBoolean() ? 1 : -1);
      default -> null;
    };
  }

  Document update() {
    String field = anyField();
    return switch (random.nextInt(7)) {
      case 0 -> new Document("$unset", new Document(field, ""));
      case 1 ->
          new Document("$inc", new Document("c", 1))
              .append("$set", new Document("due_at", usual("due_at")));
      case 2 -> new Document("$set", new Document("ext", usual("ext")));
      case 3 -> new Document("$push", new Document("tags", usual("k")));
      case 4 -> new Document("$set", new Document("k", usual("k")).append("v", usual("v")));
      default -> new Document("$set", new Document(field, value(field)));
    };
  }

  private String anyField() {
    return FIELDS.get(random.nextInt(FIELDS.size()));
  }

  /** Mostly a usual value; now and then null, another type, an array or a sub-document. */
  private @Nullable Object value(String field) {
    int kind = random.nextInt(100);
    if (kind < 4) {
      return null;
    }
    return switch (kind) {
      case 4, 5 -> "text" + random.nextInt(3);
      case 6, 7 -> random.nextInt(5);
      case 8 -> new Document("x", random.nextInt(3));
      case 9 -> new Decimal128(random.nextInt(5));
      case 10 -> List.of();
      case 11, 12 -> List.of(usual(field), usual(field));
      case 13 -> random.nextBoolean();
      default -> usual(field);
    };
  }

  private Object usual(String field) {
    return switch (field) {
      case "due_at" -> Instant.ofEpochMilli(1000L * random.nextInt(40));
      case "state" -> List.of("NEW", "SENT", "DONE", "X").get(random.nextInt(4));
      case "n" -> number();
      case "ext" -> "e" + random.nextInt(300);
      case "_id" ->
          random.nextInt(5) == 0
              ? Integer.valueOf(random.nextInt(150))
              : "id" + random.nextInt(150);
      default -> random.nextInt(12);
    };
  }

  private Object number() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(10);
      case 1 -> (long) random.nextInt(10);
      case 2 -> random.nextInt(20) / 2.0;
      default -> -0.0;
    };
  }
}
