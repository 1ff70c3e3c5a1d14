package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.PaceBoard;
import dev.offsession.charging.pace.RateCut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** The board as one small document, so that each of its methods is one operation. */
public final class MongoPaceBoard implements PaceBoard {
  /** Name of the collection. */
  public static final String COLLECTION = "stripe_pace";

  private static final Bson THE_ONE = eq("_id", "stripe");
  private static final String BEATS = "beats";
  private static final String CUTS = "cuts";
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> boards;
  private final Duration patience;

  /**
   * @param patience how long one operation may take before it is given up
   */
  public MongoPaceBoard(MongoDatabase database, Duration patience) {
    this.boards = database.getCollection(COLLECTION);
    this.patience = patience;
  }

  @Override
  public Notes beat(String instance, Set<String> gone) {
    List<Bson> parts = new ArrayList<>();
    parts.add(Updates.currentDate(beatOf(instance)));
    gone.stream()
        .filter(other -> !other.equals(instance))
        .forEach(other -> parts.add(Updates.unset(beatOf(other))));
    return Mono.from(boards.findOneAndUpdate(THE_ONE, Updates.combine(parts), AFTER))
        .map(board -> new Notes(ages(board, instance), cuts(board)))
        .blockOptional(patience)
        .orElseThrow();
  }

  @Override
  public void cut(Lane lane, RateCut cut) {
    String number = CUTS + "." + lane.name() + ".number";
    Bson older = and(THE_ONE, or(Filters.exists(number, false), Filters.lt(number, cut.number())));
    Document noted = new Document("number", cut.number()).append("per_second", cut.perSecond());
    Mono.from(boards.updateOne(older, Updates.set(CUTS + "." + lane.name(), noted)))
        .block(patience);
  }

  @Override
  public void leave(String instance) {
    Mono.from(boards.updateOne(THE_ONE, Updates.unset(beatOf(instance)))).block(patience);
  }

  private static String beatOf(String instance) {
    return BEATS + "." + instance;
  }

  /** The beat that was just written says what time it is. */
  private static Map<String, Duration> ages(Document board, String instance) {
    Document beats = Fields.maybeDocument(board, BEATS).orElseThrow();
    Instant now = beats.getDate(instance).toInstant();
    Map<String, Duration> ages = new HashMap<>();
    beats
        .keySet()
        .forEach(other -> ages.put(other, Duration.between(beats.getDate(other).toInstant(), now)));
    return ages;
  }

  private static Map<Lane, RateCut> cuts(Document board) {
    Map<Lane, RateCut> cuts = new EnumMap<>(Lane.class);
    Optional<Document> noted = Fields.maybeDocument(board, CUTS);
    for (Lane lane : Lane.values()) {
      noted
          .flatMap(all -> Fields.maybeDocument(all, lane.name()))
          .ifPresent(cut -> cuts.put(lane, cut(cut)));
    }
    return cuts;
  }

  private static RateCut cut(Document document) {
    return new RateCut(
        Fields.number(document, "number"), document.get("per_second", Number.class).doubleValue());
  }
}
