package dev.offsession.simulator.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** All objects of one kind, in the order in which they were made. */
public final class Shelf<R extends Resource> {
  private final LinkedHashMap<String, R> byId = new LinkedHashMap<>();

  /** Stores the newest snapshot of an object and returns it. */
  R put(R resource) {
    byId.put(resource.id(), resource);
    return resource;
  }

  void remove(String id) {
    byId.remove(id);
  }

  void clear() {
    byId.clear();
  }

  /** The object with this id. */
  public Optional<R> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Every object, the youngest first, as Stripe lists them. */
  public List<R> newestFirst() {
    return List.copyOf(byId.reversed().values());
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }
}
