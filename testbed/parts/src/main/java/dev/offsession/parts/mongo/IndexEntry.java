package dev.offsession.parts.mongo;

import java.util.List;

/** A document's key in an index, and its position in the collection, which breaks ties. */
record IndexEntry(List<KeyPart> key, int position) implements Comparable<IndexEntry> {

  static IndexEntry before(List<KeyPart> key) {
    return new IndexEntry(key, -1);
  }

  static IndexEntry after(List<KeyPart> key) {
    return new IndexEntry(key, Integer.MAX_VALUE);
  }

  @Override
  public int compareTo(IndexEntry other) {
    for (int i = 0; i < key.size(); i++) {
      int byPart = key.get(i).compareTo(other.key.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return Integer.compare(position, other.position);
  }
}
