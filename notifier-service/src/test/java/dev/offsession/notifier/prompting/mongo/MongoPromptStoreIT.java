package dev.offsession.notifier.prompting.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.offsession.notifier.prompting.PromptStoreContract;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.parts.SharedParts;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

class MongoPromptStoreIT extends PromptStoreContract {
  private final MongoClient client = MongoClients.create(SharedParts.mongo().uri());

  @Override
  protected PromptStore store() {
    var database = client.getDatabase("prompts_" + UUID.randomUUID());
    var store = new MongoPromptStore(database, LEASE);
    store.createIndexes();
    return store;
  }

  @AfterEach
  void disconnect() {
    client.close();
  }
}
