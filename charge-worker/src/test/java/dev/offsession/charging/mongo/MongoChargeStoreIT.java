package dev.offsession.charging.mongo;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.usecase.ChargeStoreContract;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.util.UUID;

class MongoChargeStoreIT extends ChargeStoreContract {
  @Override
  protected ChargeStore newStore() {
    String database = "store_" + UUID.randomUUID().toString().replace("-", "");
    MongoChargeStore store =
        new MongoChargeStore(
            MongoClients.create(SharedParts.mongo().uri()).getDatabase(database),
            LEASE,
            Duration.ofSeconds(10));
    store.createIndexes();
    return store;
  }
}
