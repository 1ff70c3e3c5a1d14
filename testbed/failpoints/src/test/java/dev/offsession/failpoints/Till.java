package dev.offsession.failpoints;

import java.util.ArrayList;
import java.util.List;

/** Something to weave. */
public class Till {
  private final List<String> taken = new ArrayList<>();

  /** Takes money. */
  public long take(String who, long amount) {
    taken.add(who);
    return amount * taken.size();
  }

  /** How often. */
  public int count() {
    return taken.size();
  }
}
