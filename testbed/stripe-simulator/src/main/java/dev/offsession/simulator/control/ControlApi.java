package dev.offsession.simulator.control;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.faults.Faults;
import dev.offsession.simulator.http.HttpFront.Response;
import dev.offsession.simulator.http.HttpReply;
import dev.offsession.simulator.http.RawRequest;
import dev.offsession.simulator.http.RequestLog;
import dev.offsession.simulator.idempotency.SavedAnswers;
import dev.offsession.simulator.quota.Quotas;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.render.View;
import dev.offsession.simulator.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code /_sim}: what a test can do to the simulated world, and see of it. Bodies are JSON. */
public final class ControlApi {
  private final Account account;
  private final Renderer renderer;
  private final Webhooks webhooks;
  private final List<Command> commands = new ArrayList<>();

  /** Does one command; runs under the account's lock. */
  @FunctionalInterface
  interface Action {
    JsonNode run(Map<String, String> variables, Body body);
  }

  private record Command(String method, Pattern path, Action action) {}

  /** The control API of one simulator. */
  public ControlApi(
      Account account,
      Renderer renderer,
      Webhooks webhooks,
      Faults faults,
      SavedAnswers saved,
      Quotas quotas,
      RequestLog requests) {
    this.account = account;
    this.renderer = renderer;
    this.webhooks = webhooks;
    new WorldControl(account, webhooks, faults, saved, requests, renderer).addTo(this);
    new CardControl(account, renderer).addTo(this);
    new MoneyControl(account, renderer).addTo(this);
    new WebhookControl(account, webhooks).addTo(this);
    new FaultControl(faults).addTo(this);
    new QuotaControl(quotas).addTo(this);
    new SeedControl(account).addTo(this);
    new TriggerControl(account, renderer).addTo(this);
  }

  /** Answers one request. */
  public Response handle(RawRequest request) {
    try {
      return run(request);
    } catch (Refusal refusal) {
      JsonNode error = renderer.error(refusal.error(), View.SECRET);
      return reply(refusal.status(), Json.object().with("error", error).done());
    } catch (IllegalArgumentException | JacksonException e) {
      return reply(400, Json.object().with("error", String.valueOf(e.getMessage())).done());
    }
  }

  void add(String method, String template, Action action) {
    String regex = template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)");
    commands.add(new Command(method, Pattern.compile(regex), action));
  }

  private Response run(RawRequest request) {
    for (Command command : commands) {
      Matcher matcher = command.path.matcher(request.path());
      if (command.method.equals(request.method()) && matcher.matches()) {
        return run(command, variables(matcher), Body.of(request));
      }
    }
    return reply(404, Json.object().with("error", "Unknown control: " + request.path()).done());
  }

  private Response run(Command command, Map<String, String> variables, Body body) {
    List<Event> events = new ArrayList<>();
    JsonNode result =
        account.exclusively(() -> {
          try {
            return command.action.run(variables, body);
          } finally {
            events.addAll(account.journal().takeUnsent());
          }
        });
    return new Response(HttpReply.json(200, result), () -> webhooks.send(events));
  }

  private static Map<String, String> variables(Matcher matcher) {
    Map<String, String> result = new java.util.HashMap<>();
    matcher.namedGroups().forEach((name, group) -> result.put(name, matcher.group(group)));
    return result;
  }

  private static Response reply(int status, JsonNode body) {
    return Response.of(HttpReply.json(status, body));
  }
}
