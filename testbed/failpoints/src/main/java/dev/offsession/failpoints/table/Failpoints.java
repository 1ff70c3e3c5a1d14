package dev.offsession.failpoints.table;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.Failpoint.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every failpoint there is. */
public final class Failpoints {
  private static final List<Failpoint> ALL =
      Stream.of(
              WorkerIntake.points(),
              WorkerMoves.points(),
              WorkerNews.points(),
              Ingest.points(),
              Notifier.points())
          .flatMap(List::stream)
          .toList();

  private Failpoints() {}

  /** All, in the order in which a charge meets them. */
  public static List<Failpoint> all() {
    return ALL;
  }

  /**
   * Every step once: of the points before and after a step one, in turn, so that both moments are
   * there.
   */
  public static List<Failpoint> onePerStep() {
    Map<String, List<Failpoint>> steps = new LinkedHashMap<>();
    ALL.forEach(point -> steps.computeIfAbsent(point.step(), _ -> new ArrayList<>()).add(point));
    List<Failpoint> chosen = new ArrayList<>();
    int turn = 0;
    for (List<Failpoint> moments : steps.values()) {
      chosen.add(moments.get(turn % moments.size()));
      turn += moments.size() > 1 ? 1 : 0;
    }
    return List.copyOf(chosen);
  }

  /** Those of one service: {@code worker}, {@code ingest} or {@code notifier}. */
  public static List<Failpoint> of(String service) {
    return ALL.stream().filter(point -> point.service().equals(service)).toList();
  }

  /** By name. */
  public static Optional<Failpoint> named(String name) {
    return ALL.stream().filter(point -> point.name().equals(name)).findFirst();
  }

  /** Collects the points of one part of a service. */
  static final class Rows {
    private final List<Failpoint> rows = new ArrayList<>();
    private final String service;

    Rows(String service) {
      this.service = service;
    }

    /** Before the call and after it. */
    Rows around(String step, String owner, String method) {
      return around(step, owner, method, "");
    }

    /** The same, for calls whose arguments contain a text. */
    Rows around(String step, String owner, String method, String seen) {
      return before(step, owner, method, seen).after(step, owner, method, seen);
    }

    Rows before(String step, String owner, String method, String seen) {
      rows.add(new Failpoint(service + "." + step + ".before", owner, method, Moment.BEFORE, seen));
      return this;
    }

    Rows after(String step, String owner, String method, String seen) {
      rows.add(new Failpoint(service + "." + step + ".after", owner, method, Moment.AFTER, seen));
      return this;
    }

    List<Failpoint> list() {
      return List.copyOf(rows);
    }
  }
}
