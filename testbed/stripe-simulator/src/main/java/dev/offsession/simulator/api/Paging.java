package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.render.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's lists: newest first, walked with cursors. */
final class Paging {
  private static final long LIMIT_MAX = 100;
  private static final long LIMIT_DEFAULT = 10;

  private Paging() {}

  static <T> ObjectNode list(
      ApiCall call, List<T> newestFirst, Function<T, String> id, Function<T, ObjectNode> render) {
    Params params = call.params();
    int limit = limit(params);
    String after = params.text("starting_after");
    String before = params.text("ending_before");
    if (after != null && before != null) {
      throw Refusal.invalid(
          "parameters_exclusive",
          null,
          "You may only specify one of these parameters: starting_after, ending_before.");
    }
    List<String> ids = newestFirst.stream().map(id).toList();
    int from = after == null ? 0 : position(ids, "starting_after", after) + 1;
    int to = before == null ? ids.size() : position(ids, "ending_before", before);
    int start = before == null ? from : Math.max(0, to - limit);
    int end = Math.min(to, start + limit);
    boolean more = before == null ? end < to : start > 0;
    return Json.object()
        .with("object", "list")
        .with("url", call.path())
        .with("has_more", more)
        .with("data", newestFirst.subList(start, end).stream().map(render).toList())
        .done();
  }

  /** A filter on creation time: {@code created=} or {@code created[gte]=} and its sisters. */
  static Predicate<Instant> created(Params params) {
    if (!params.has("created")) {
      return _ -> true;
    }
    Params range = params.object("created");
    Long gt = range.integer("gt");
    Long gte = range.integer("gte");
    Long lt = range.integer("lt");
    Long lte = range.integer("lte");
    boolean isRange = gt != null || gte != null || lt != null || lte != null;
    Long exact = isRange ? null : params.integer("created");
    return moment -> {
      long seconds = moment.getEpochSecond();
      return (gt == null || seconds > gt)
          && (gte == null || seconds >= gte)
          && (lt == null || seconds < lt)
          && (lte == null || seconds <= lte)
          && (exact == null || seconds == exact);
    };
  }

  private static int limit(Params params) {
    @Nullable Long limit = params.integer("limit");
    if (limit != null && (limit < 1 || limit > LIMIT_MAX)) {
      throw Refusal.invalid("limit", "Invalid integer: limit must be from 1 to 100.");
    }
    return (int) (limit == null ? LIMIT_DEFAULT : limit);
  }

  private static int position(List<String> ids, String param, String cursor) {
    return IntStream.range(0, ids.size())
        .filter(i -> ids.get(i).equals(cursor))
        .findFirst()
        .orElseThrow(() -> Refusal.unknownReference("object", param, cursor));
  }
}
