package dev.offsession.simulator.api;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.EventTypes;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.ApiCall;
import dev.offsession.simulator.http.Routes;
import dev.offsession.simulator.render.EventJson;
import dev.offsession.simulator.webhooks.DeliveryLog;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/events}. */
final class EventEndpoints {
  private static final int TYPES_MAX = 20;

  private final Account account;
  private final EventJson json;
  private final DeliveryLog deliveries;
  private final String apiVersion;

  EventEndpoints(Account account, EventJson json, DeliveryLog deliveries, String apiVersion) {
    this.account = account;
    this.json = json;
    this.deliveries = deliveries;
    this.apiVersion = apiVersion;
  }

  void addTo(Routes routes) {
    routes.server("GET", "/v1/events", this::list).server("GET", "/v1/events/{id}", this::get);
  }

  private ObjectNode get(ApiCall call) {
    call.params().finish();
    return account
        .journal()
        .find(call.id())
        .map(this::render)
        .orElseThrow(() -> Refusal.notFound("event", "id", call.id()));
  }

  private ObjectNode list(ApiCall call) {
    Params params = call.params();
    Predicate<Event> wanted = types(params);
    Predicate<Instant> created = Paging.created(params);
    Boolean delivered = params.flag("delivery_success");
    List<Event> matching =
        account.journal().newestFirst().stream()
            .filter(wanted)
            .filter(event -> created.test(event.created()))
            .filter(
                event -> delivered == null || delivered == (deliveries.pending(event.id()) == 0))
            .toList();
    ObjectNode page = Paging.list(call, matching, Event::id, this::render);
    params.finish();
    return page;
  }

  private ObjectNode render(Event event) {
    return json.render(event, apiVersion, deliveries.pending(event.id()));
  }

  private static Predicate<Event> types(Params params) {
    String type = params.text("type");
    List<String> types = params.texts("types");
    if (type != null && !types.isEmpty()) {
      throw Refusal.invalid(
          "parameters_exclusive",
          "types",
          "You may only specify one of these parameters: type, types.");
    }
    if (types.size() > TYPES_MAX) {
      throw Refusal.invalid("types", "You may specify at most 20 types.");
    }
    List<String> patterns = type == null ? types : List.of(type);
    return event ->
        patterns.isEmpty()
            || patterns.stream().anyMatch(pattern -> EventTypes.matches(pattern, event.type()));
  }
}
