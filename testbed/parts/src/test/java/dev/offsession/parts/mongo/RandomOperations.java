package dev.offsession.parts.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Random operations that can be applied to several collections; each answers with its result. */
final class RandomOperations {
  private final Random random;
  private final RandomQueries queries;

  RandomOperations(long seed) {
    random = new Random(seed);
    queries = new RandomQueries(random);
  }

  Function<MongoCollection<Document>, Object> next() {
    Document filter = queries.filter();
    Document sort = queries.sort();
    Document update = queries.update();
    int kind = random.nextInt(100);
    if (kind < 28) {
      return insert();
    }
    if (kind < 55) {
      return find(filter, sort);
    }
    if (kind < 83) {
      return update(filter, update, sort);
    }
    if (kind < 91) {
      return deleteOrReplace(filter, sort);
    }
    return kind < 97 ? summarise(filter) : changeIndexes();
  }

  private Function<MongoCollection<Document>, Object> insert() {
    if (random.nextInt(7) > 0) {
      Document document = queries.document(true);
      return c -> String.valueOf(c.insertOne(new Document(document)).getInsertedId());
    }
    boolean ordered = random.nextBoolean();
    List<Document> many = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      many.add(queries.document(true));
    }
    return c ->
        c.insertMany(
                many.stream().map(Document::new).toList(), new InsertManyOptions().ordered(ordered))
            .getInsertedIds()
            .size();
  }

  private Function<MongoCollection<Document>, Object> find(
      Document filter, @Nullable Document sort) {
    int limit = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(6);
    int skip = random.nextInt(5) == 0 ? 2 : 0;
    int batchSize = random.nextInt(4);
    return c ->
        c.find(filter)
            .sort(sort)
            .skip(skip)
            .limit(limit)
            .batchSize(batchSize)
            .into(new ArrayList<>())
            .toString();
  }

  private Function<MongoCollection<Document>, Object> update(
      Document filter, Document update, @Nullable Document sort) {
    boolean upsert = random.nextInt(4) == 0;
    ReturnDocument returned = random.nextBoolean() ? ReturnDocument.AFTER : ReturnDocument.BEFORE;
    return switch (random.nextInt(4)) {
      case 0 -> c -> counts(c.updateOne(filter, update, new UpdateOptions().upsert(upsert)));
      case 1 -> c -> counts(c.updateMany(filter, update));
      default ->
          c ->
              String.valueOf(
                  c.findOneAndUpdate(
                      filter,
                      update,
                      new FindOneAndUpdateOptions().sort(sort).returnDocument(returned)));
    };
  }

  private static String counts(UpdateResult result) {
    return result.getMatchedCount()
        + "/"
        + result.getModifiedCount()
        + "/"
        + (result.getUpsertedId() != null);
  }

  private Function<MongoCollection<Document>, Object> deleteOrReplace(
      Document filter, @Nullable Document sort) {
    Document replacement = queries.document(false);
    return switch (random.nextInt(4)) {
      case 0 ->
          c -> String.valueOf(c.findOneAndDelete(filter, new FindOneAndDeleteOptions().sort(sort)));
      case 1 -> c -> c.replaceOne(filter, new Document(replacement)).getMatchedCount();
      case 2 -> c -> c.deleteOne(filter).getDeletedCount();
      default -> c -> c.deleteMany(new Document(filter).append("n", 3)).getDeletedCount();
    };
  }

  private Function<MongoCollection<Document>, Object> summarise(Document filter) {
    return switch (random.nextInt(3)) {
      case 0 -> c -> c.countDocuments(filter);
      case 1 ->
          c -> c.distinct("state", filter, BsonValue.class).into(new ArrayList<>()).toString();
      default -> c -> c.aggregate(byState(filter)).into(new ArrayList<>()).toString();
    };
  }

  private static List<Document> byState(Document filter) {
    Document group =
        new Document("_id", "$state")
            .append("n", new Document("$sum", 1))
            .append("latest", new Document("$max", "$due_at"));
    return List.of(
        new Document("$match", filter),
        new Document("$group", group),
        new Document("$sort", new Document("_id", 1)));
  }

  private Function<MongoCollection<Document>, Object> changeIndexes() {
    String index = List.of("due_at_1", "state_1_due_at_1", "n_-1").get(random.nextInt(3));
    return switch (random.nextInt(3)) {
      case 0 ->
          c -> {
            createIndexes(c);
            return "created";
          };
      case 1 ->
          c -> {
            c.dropIndex(index);
            return "dropped index";
          };
      default ->
          c -> {
            c.drop();
            createIndexes(c);
            return "dropped";
          };
    };
  }

  static void createIndexes(MongoCollection<Document> collection) {
    collection.createIndex(new Document("due_at", 1), new IndexOptions().sparse(true));
    collection.createIndex(new Document("state", 1).append("due_at", 1));
    collection.createIndex(new Document("n", -1));
    collection.createIndex(new Document("sub.x", 1));
    collection.createIndex(new Document("k", 1).append("v", 1).append("state", 1));
    collection.createIndex(new Document("ext", 1), new IndexOptions().unique(true).sparse(true));
  }
}
