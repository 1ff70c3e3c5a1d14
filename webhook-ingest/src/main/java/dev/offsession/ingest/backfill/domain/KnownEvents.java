package dev.offsession.ingest.backfill.domain;

import java.util.Arrays;

/**
 * A set of event ids in eight bytes each: of an id only a 64-bit hash is kept. Two of a million
 * random ids meet with a chance below one in ten million, and then one event is left to the webhook
 * that brought it anyway. Not thread-safe.
 */
public final class KnownEvents {

  private static final int FIRST_SLOTS = 1 << 10;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final int max;
  private long[] slots = new long[FIRST_SLOTS];
  private int size;

  /**
   * @param max most ids that are kept
   */
  public KnownEvents(int max) {
    this.max = max;
  }

  /** Remembers the id; returns false when it is new and the set is full. */
  public boolean add(String id) {
    long hash = hash(id);
    int slot = slot(slots, hash);
    if (slots[slot] == hash) {
      return true;
    }
    if (size == max) {
      return false;
    }
    slots[slot] = hash;
    size++;
    if (size > slots.length / 2) {
      grow();
    }
    return true;
  }

  public boolean contains(String id) {
    long hash = hash(id);
    return slots[slot(slots, hash)] == hash;
  }

  public int size() {
    return size;
  }

  /** Forgets all, and gives the memory back. */
  public void clear() {
    slots = new long[FIRST_SLOTS];
    size = 0;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.stream(slots).filter(h -> h != 0).forEach(h -> larger[slot(larger, h)] = h);
    slots = larger;
  }

  /** Where the hash is, or the free place where it belongs; at most half of the places are full. */
  private static int slot(long[] slots, long hash) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** FNV-1a with a last mixing step; never 0, which marks a free place. */
  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    hash ^= hash >>> 32;
    hash *= 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
