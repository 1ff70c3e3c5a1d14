package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.OrphanStore;

class InMemoryOrphanStoreTest extends OrphanStoreContract {
  @Override
  protected OrphanStore newStore() {
    return new InMemoryOrphanStore(LEASE);
  }
}
