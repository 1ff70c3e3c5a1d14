package dev.offsession.parts.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A non-unique index: a sorted set of keys and positions. Documents with a value that has no place
 * in the order sit in {@code loose} and are candidates of every look-up; the caller filters the
 * candidates anyway.
 */
final class SortedIndex extends EmptyIndex<Integer> {
  private final NavigableSet<IndexEntry> entries = new TreeSet<>();
  private final Map<Integer, IndexEntry> entryByPosition = new HashMap<>();
  private final NavigableSet<Integer> loose = new TreeSet<>();
  private final List<String> fields;

  SortedIndex(String name, List<IndexKey> keys) {
    super(name, keys);
    fields = keys.stream().map(IndexKey::getKey).toList();
  }

  List<String> fields() {
    return fields;
  }

  NavigableSet<Integer> loose() {
    return loose;
  }

  Optional<IndexPlan> plan(QueryConditions conditions) {
    return IndexPlan.of(this, conditions);
  }

  /** Entries whose key begins with the prefix and goes on within the bounds, both included. */
  NavigableSet<IndexEntry> range(List<KeyPart> prefix, KeyPart low, KeyPart high) {
    IndexEntry first = IndexEntry.before(padded(prefix, low, KeyPart.LOWEST));
    IndexEntry last = IndexEntry.after(padded(prefix, high, KeyPart.HIGHEST));
    return first.compareTo(last) > 0
        ? Collections.emptyNavigableSet()
        : entries.subSet(first, true, last, true);
  }

  private List<KeyPart> padded(List<KeyPart> prefix, KeyPart next, KeyPart rest) {
    List<KeyPart> key = new ArrayList<>(prefix);
    if (key.size() < fields.size()) {
      key.add(next);
    }
    while (key.size() < fields.size()) {
      key.add(rest);
    }
    return key;
  }

  @Override
  public void add(Document document, Integer position, MongoCollection<Integer> collection) {
    put(position, document);
  }

  @Override
  public void updateInPlace(
      Document before, Document now, Integer position, MongoCollection<Integer> collection) {
    put(position, now);
  }

  private void put(Integer position, Document document) {
    remove(position);
    List<KeyPart> key = new ArrayList<>();
    for (String field : fields) {
      KeyPart.of(Utils.getSubdocumentValueCollectionAware(document, field)).ifPresent(key::add);
    }
    if (key.size() < fields.size()) {
      loose.add(position);
      return;
    }
    IndexEntry entry = new IndexEntry(key, position);
    entryByPosition.put(position, entry);
    entries.add(entry);
  }

  /** The plain server calls back with the document only, which may have changed since. */
  void removePosition(Integer position) {
    remove(position);
  }

  private void remove(Integer position) {
    IndexEntry entry = entryByPosition.remove(position);
    if (entry == null) {
      loose.remove(position);
    } else {
      entries.remove(entry);
    }
  }

  @Override
  public long getCount() {
    return entries.size() + (long) loose.size();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    entries.clear();
    entryByPosition.clear();
    loose.clear();
  }
}
