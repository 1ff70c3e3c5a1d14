package dev.offsession.charging.paysim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in a run: always as a hash, as text only when somebody will read it. */
final class Trace {
  private static final int LINES_KEPT = 4_000;

  private final Timeline timeline;
  private final boolean asText;
  private final List<String> lines = new ArrayList<>();
  private long hash = 1;
  private long lastAt;

  Trace(Timeline timeline, boolean asText) {
    this.timeline = timeline;
    this.asText = asText;
  }

  /** Notes one step: ids, states and codes only. */
  void say(String who, String what, String about) {
    hash = (hash ^ timeline.now()) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ who.hashCode()) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ what.hashCode()) * 0x9E3779B97F4A7C15L;
    hash = (hash ^ about.hashCode()) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    lastAt = timeline.now();
    if (asText) {
      lines.add(line(who, what, about));
      if (lines.size() > LINES_KEPT) {
        lines.removeFirst();
      }
    }
  }

  long hash() {
    return hash;
  }

  /** True time of the last thing that happened, milliseconds since 1970. */
  long lastAt() {
    return lastAt;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private String line(String who, String what, String about) {
    long ms = timeline.elapsed();
    return String.format(
        Locale.ROOT,
        "%2dd %02d:%02d:%02d.%03d  %-9s %-22s %s",
        ms / 86_400_000,
        ms / 3_600_000 % 24,
        ms / 60_000 % 60,
        ms / 1_000 % 60,
        ms % 1_000,
        who,
        what,
        about);
  }
}
