package dev.offsession.platform.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.platform.health.Probe;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Pings the primary, the only one that takes our writes. */
record MongoProbe(MongoDatabase database) implements Probe {
  private static final Document PING = new Document("ping", 1);

  @Override
  public Optional<String> trouble(Duration patience) {
    try {
      Mono.from(database.runCommand(PING, ReadPreference.primary())).block(patience);
      return Optional.empty();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        return Optional.empty();
      }
      return Optional.of(
          "No primary of the store answered within %d ms: see that MongoDB runs, has a primary and can be reached from here"
              .formatted(patience.toMillis()));
    }
  }
}
