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
  private static final String NUMBER = "number";
  private static final String PER_SECOND = "per_second";
  private static final String AT = "at";

  /** Of a cut that a version from before has noted without its time. */
  private static final Duration LONG_AGO = Duration.ofDays(1);

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
        .map(board -> notes(board, instance))
        .blockOptional(patience)
        .orElseThrow();
  }

  @Override
  public void cut(Lane lane, RateCut cut) {
    String noted = CUTS + "." + lane.name() + ".";
    String number = noted + NUMBER;
    Bson older = and(THE_ONE, or(Filters.exists(number, false), Filters.lt(number, cut.number())));
    Bson update =
        Updates.combine(
            Updates.set(number, cut.number()),
            Updates.set(noted + PER_SECOND, cut.perSecond()),
            Updates.currentDate(noted + AT));
    Mono.from(boards.updateOne(older, update)).block(patience);
  }

  @Override
  public void leave(String instance) {
    Mono.from(boards.updateOne(THE_ONE, Updates.unset(beatOf(instance)))).block(patience);
  }

  private static String beatOf(String instance) {
    return BEATS + "." + instance;
  }

  /** The beat that was just written says what time it is. */
  private static Notes notes(Document board, String instance) {
    Document beats = Fields.maybeDocument(board, BEATS).orElseThrow();
    Instant now = beats.getDate(instance).toInstant();
    return new Notes(ages(beats, now), cuts(board, now));
  }

  private static Map<String, Duration> ages(Document beats, Instant now) {
    Map<String, Duration> ages = new HashMap<>();
    beats
        .keySet()
        .forEach(other -> ages.put(other, Duration.between(beats.getDate(other).toInstant(), now)));
    return ages;
  }

  private static Map<Lane, NotedCut> cuts(Document board, Instant now) {
    Map<Lane, NotedCut> cuts = new EnumMap<>(Lane.class);
    Optional<Document> noted = Fields.maybeDocument(board, CUTS);
    for (Lane lane : Lane.values()) {
      noted
          .flatMap(all -> Fields.maybeDocument(all, lane.name()))
          .ifPresent(cut -> cuts.put(lane, cut(cut, now)));
    }
    return cuts;
  }

  private static NotedCut cut(Document document, Instant now) {
    double perSecond = document.get(PER_SECOND, Number.class).doubleValue();
    Duration age =
        Optional.ofNullable(document.getDate(AT))
            .map(at -> Duration.between(at.toInstant(), now))
            .orElse(LONG_AGO);
    return new NotedCut(new RateCut(Fields.number(document, NUMBER), perSecond), age);
  }
}
