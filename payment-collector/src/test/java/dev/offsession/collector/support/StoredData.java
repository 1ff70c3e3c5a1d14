package dev.offsession.collector.support;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.collector.links.domain.LinkToken;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the running service has stored, and the hands of time on it. */
public record StoredData(MongoDatabase database) {
  /** The secret part of a link. */
  public static String token(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** Moves the end of a link. */
  public void expire(String url, Instant end) {
    var link = eq("token_hash", new LinkToken(token(url)).hash());
    var moved = set("expires_at", Date.from(end));
    var result = Mono.from(database.getCollection("links").updateOne(link, moved)).block();
    if (Objects.requireNonNull(result).getMatchedCount() != 1) {
      throw new AssertionError("there is no such link");
    }
  }

  /** The link has ended a moment ago. */
  public void expire(String url) {
    expire(url, Instant.now().minusSeconds(1));
  }

  /** A customer's document. */
  public Document customer(String reference) {
    var found = Mono.from(database.getCollection("customers").find(eq("_id", reference)).first());
    return Objects.requireNonNull(found.block());
  }

  /** Everything stored, as text. */
  public List<String> everything() {
    return Flux.from(database.listCollectionNames())
        .flatMap(name -> Flux.from(database.getCollection(name).find()))
        .map(Document::toJson)
        .collectList()
        .blockOptional()
        .orElseThrow();
  }
}
