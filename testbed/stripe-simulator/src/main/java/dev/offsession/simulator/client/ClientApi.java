package dev.offsession.simulator.client;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Cause;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.Intent;
import dev.offsession.simulator.engine.PaymentIntent;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.form.FormDecoder;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.http.Cors;
import dev.offsession.simulator.http.HttpFront.Response;
import dev.offsession.simulator.http.HttpReply;
import dev.offsession.simulator.http.RawRequest;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.render.View;
import dev.offsession.simulator.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_client}: what the bank's challenge page and the card picker need. */
public final class ClientApi {
  private static final String CHALLENGE = "/_client/challenge/";

  private final Account account;
  private final Renderer renderer;
  private final Webhooks webhooks;
  private final String merchantName;

  /** The client endpoints of one account. */
  public ClientApi(Account account, Renderer renderer, Webhooks webhooks, String merchantName) {
    this.account = account;
    this.renderer = renderer;
    this.webhooks = webhooks;
    this.merchantName = merchantName;
  }

  /** Answers one request. */
  public Response handle(RawRequest request) {
    try {
      return route(request);
    } catch (Refusal refusal) {
      ObjectNode error = renderer.error(refusal.error(), View.PUBLISHABLE);
      return reply(refusal.status(), Json.object().with("error", error).done());
    }
  }

  private Response route(RawRequest request) {
    if (request.path().equals("/_client/cards")) {
      return reply(200, CardList.json());
    }
    if (!request.path().startsWith(CHALLENGE)) {
      return reply(404, Json.object().with("error", "unknown client endpoint").done());
    }
    String id = request.path().substring(CHALLENGE.length());
    return request.method().equals("POST")
        ? answer(id, FormDecoder.decode(request.body()))
        : show(id, FormDecoder.decode(request.query()));
  }

  private Response show(String id, Params params) {
    ObjectNode challenge =
        account.exclusively(() -> {
          Intent intent = find(id, params);
          return Json.object()
              .with("merchant", merchantName)
              .with("amount", intent instanceof PaymentIntent p ? p.terms().amount() : null)
              .with("currency", intent instanceof PaymentIntent p ? p.terms().currency() : null)
              .with("status", intent.state().status())
              .done();
        });
    return reply(200, challenge);
  }

  private Response answer(String id, Params params) {
    Answered answered =
        account.exclusively(() -> {
          Intent after = decide(find(id, params), params);
          return new Answered(
              renderer.render(after, View.PUBLISHABLE), account.journal().takeUnsent());
        });
    return new Response(
        Cors.allow(HttpReply.json(200, answered.intent)), () -> webhooks.send(answered.events));
  }

  private Intent decide(Intent intent, Params params) {
    String outcome = params.oneOf("outcome", "complete", "fail", "cancel");
    return switch (outcome) {
      case null -> throw Refusal.missing("outcome");
      case "cancel" -> intent;
      default -> account.answerChallenge(intent, outcome.equals("complete"), Cause.STRIPE);
    };
  }

  private Intent find(String id, Params params) {
    String secret = params.text("client_secret");
    Optional<? extends Intent> found =
        id.startsWith("seti_")
            ? account.store().setupIntents().find(id)
            : account.store().paymentIntents().find(id);
    return found
        .filter(intent -> intent.clientSecret().equals(secret))
        .orElseThrow(() ->
            Refusal.invalid(
                "intent_invalid_parameter",
                "client_secret",
                "The client_secret does not match any associated intent on this account."));
  }

  private static Response reply(int status, ObjectNode body) {
    return Response.of(Cors.allow(HttpReply.json(status, body)));
  }

  private record Answered(ObjectNode intent, List<Event> events) {}
}
