package dev.offsession.charging.mongo;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.charging.domain.OrphanStore;
import dev.offsession.charging.usecase.OrphanStoreContract;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.util.UUID;

class MongoOrphanStoreIT extends OrphanStoreContract {
  @Override
  protected OrphanStore newStore() {
    String database = "orphans_" + UUID.randomUUID().toString().replace("-", "");
    MongoOrphanStore store =
        new MongoOrphanStore(
            MongoClients.create(SharedParts.mongo().uri()).getDatabase(database),
            LEASE,
            Duration.ofSeconds(10));
    store.createIndexes();
    return store;
  }
}
