package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeStore;

class InMemoryChargeStoreTest extends ChargeStoreContract {
  @Override
  protected ChargeStore newStore() {
    return new InMemoryChargeStore(LEASE);
  }
}
