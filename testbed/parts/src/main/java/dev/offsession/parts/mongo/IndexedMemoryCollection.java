package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A collection that looks documents up by its indexes and lets only copies leave its lock. */
final class IndexedMemoryCollection extends MemoryCollection {
  /** True inside a command that needs the live documents because it changes them. */
  private boolean usesLiveDocuments;

  private boolean copiesAnswers;
  private @Nullable Document pushedDownMatch;

  IndexedMemoryCollection(
      MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
    super(database, name, options, cursors);
  }

  // ---- look-ups

  @Override
  protected synchronized QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
    if (!query.isEmpty() && !isNatural(orderBy) && !plainServerHasAnIndexFor(query)) {
      QueryConditions conditions = QueryConditions.of(query);
      Optional<Iterable<Integer>> unique = positionsByUniqueKey(conditions);
      if (unique.isPresent()) {
        return matchDocuments(query, unique.get(), orderBy, skip, limit, batchSize, fields);
      }
      Optional<IndexPlan> plan = bestPlan(conditions);
      if (plan.isPresent()) {
        return run(plan.get(), query, orderBy, skip, limit, batchSize, fields);
      }
    }
    return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
  }

  private static boolean isNatural(@Nullable Document orderBy) {
    return orderBy != null && orderBy.containsKey("$natural");
  }

  private boolean plainServerHasAnIndexFor(Document query) {
    return getIndexes().stream().anyMatch(index -> index.canHandle(query));
  }

  private Optional<Iterable<Integer>> positionsByUniqueKey(QueryConditions conditions) {
    for (Index<Integer> index : getIndexes()) {
      Optional<Document> part = conditions.equalityOn(index.getKeys()).filter(index::canHandle);
      if (part.isPresent()) {
        TreeSet<Integer> positions = new TreeSet<>();
        index.getPositions(part.get()).forEach(positions::add);
        return Optional.of(positions);
      }
    }
    return Optional.empty();
  }

  private Optional<IndexPlan> bestPlan(QueryConditions conditions) {
    return sortedIndexes()
        .flatMap(index -> index.plan(conditions).stream())
        .max(Comparator.comparingInt(IndexPlan::score));
  }

  private QueryResult run(
      IndexPlan plan,
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      Document fields) {
    return plan.positionsInOrder(orderBy)
        .map(ordered ->
            matchDocumentsFromStream(
                query, ordered.map(this::getDocument), skip, limit, batchSize, null, fields))
        .orElseGet(() ->
            matchDocumentsFromStream(
                plan.positions().map(this::getDocument),
                query,
                orderBy,
                skip,
                limit,
                batchSize,
                fields));
  }

  @Override
  protected void removeDocument(Integer position) {
    sortedIndexes().forEach(index -> index.removePosition(position));
    super.removeDocument(position);
  }

  private Stream<SortedIndex> sortedIndexes() {
    return getIndexes().stream().filter(SortedIndex.class::isInstance).map(SortedIndex.class::cast);
  }

  // ---- answers leave the lock as copies: the plain server encodes the live documents outside it

  @Override
  public synchronized QueryResult handleQuery(QueryParameters parameters) {
    copiesAnswers = !usesLiveDocuments;
    try {
      return super.handleQuery(parameters);
    } finally {
      copiesAnswers = false;
    }
  }

  @Override
  protected QueryResult createQueryResult(List<Document> found, int batchSize) {
    List<Document> answer =
        copiesAnswers ? found.stream().map(Document::cloneDeeply).toList() : found;
    return super.createQueryResult(answer, batchSize);
  }

  @Override
  public synchronized Document findAndModify(Document command) {
    return withLiveDocuments(() -> super.findAndModify(command).cloneDeeply());
  }

  @Override
  public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return withLiveDocuments(() -> super.deleteDocuments(selector, limit, oplog));
  }

  /** Runs under the lock, so that only the answer is copied; a leading $match uses the indexes. */
  synchronized Document aggregate(Document command, Supplier<Document> run) {
    pushedDownMatch = leadingMatch(command);
    try {
      return withLiveDocuments(() -> run.get().cloneDeeply());
    } finally {
      pushedDownMatch = null;
    }
  }

  private static @Nullable Document leadingMatch(Document command) {
    return command.get("pipeline") instanceof List<?> pipeline
            && !pipeline.isEmpty()
            && pipeline.getFirst() instanceof Document stage
            && stage.get("$match") instanceof Document match
        ? match
        : null;
  }

  private <T> T withLiveDocuments(Supplier<T> work) {
    usesLiveDocuments = true;
    try {
      return work.get();
    } finally {
      usesLiveDocuments = false;
    }
  }

  @Override
  public synchronized Stream<Document> queryAllAsStream() {
    Document filter = pushedDownMatch == null ? new Document() : pushedDownMatch;
    pushedDownMatch = null;
    return handleQueryAsStream(filter);
  }

  // ---- not synchronized in the plain server

  @Override
  public synchronized int count(Document query, int skip, int limit) {
    return super.count(query, skip, limit);
  }

  @Override
  public synchronized void addIndex(Index<Integer> index) {
    super.addIndex(index);
  }

  @Override
  public synchronized void dropIndex(String indexName) {
    super.dropIndex(indexName);
  }

  @Override
  public synchronized Document getStats() {
    return super.getStats();
  }

  @Override
  public synchronized Document validate() {
    return super.validate();
  }
}
