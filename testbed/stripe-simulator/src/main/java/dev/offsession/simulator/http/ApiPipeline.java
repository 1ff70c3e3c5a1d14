package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.ApiError;
import dev.offsession.simulator.engine.ErrorType;
import dev.offsession.simulator.engine.Intent;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.faults.Fault;
import dev.offsession.simulator.faults.FaultRule;
import dev.offsession.simulator.faults.Faults;
import dev.offsession.simulator.form.FormDecoder;
import dev.offsession.simulator.form.Params;
import dev.offsession.simulator.quota.Quotas;
import dev.offsession.simulator.render.View;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of the API from bytes to bytes: key, route, parameters, fault, effect, answer. */
public final class ApiPipeline {
  private static final Logger LOG = System.getLogger(ApiPipeline.class.getName());
  private static final int KEY_MAX = 255;

  private final Account account;
  private final Routes routes;
  private final Faults faults;
  private final Quotas quotas;
  private final CallRunner runner;
  private final Answers answers;
  private final RequestLog log;

  /** A pipeline over one account. */
  public ApiPipeline(
      Account account,
      Routes routes,
      Faults faults,
      Quotas quotas,
      CallRunner runner,
      Answers answers) {
    this.account = account;
    this.routes = routes;
    this.faults = faults;
    this.quotas = quotas;
    this.runner = runner;
    this.answers = answers;
    this.log = new RequestLog();
  }

  /** The calls so far. */
  public RequestLog log() {
    return log;
  }

  /** Does one call. What must follow the reply is in {@link Handled#afterwards}. */
  public Handled handle(RawRequest raw) {
    String requestId = account.ids().next("req_");
    Trace trace = new Trace();
    Handled handled = decorate(raw, requestId, answer(raw, requestId, trace));
    log.add(trace.entry(raw, requestId, account.clock().now(), handled.reply()));
    return handled;
  }

  private Handled answer(RawRequest raw, String requestId, Trace trace) {
    View view = View.SECRET;
    try {
      Params params = read(raw);
      trace.parameters = params.forLog();
      view = Keys.identify(raw, params);
      Routes.Match match = match(raw);
      Keys.check(view, match.route().access());
      Optional<Quotas.Reason> exceeded = quotas.exceededBy(match.route().name());
      if (exceeded.isPresent()) {
        return Handled.of(Answers.rateLimit(exceeded.get().wireName()));
      }
      ApiCall call = call(raw, requestId, params, match, view);
      Optional<Fault> fault = faults.next(subject(call));
      trace.fault = fault.map(hit -> hit.kind().wireName()).orElse(null);
      Handled handled = runner.run(call, match.route(), fault);
      trace.replayed = handled.replayed();
      return handled;
    } catch (Refusal refusal) {
      return Handled.of(answers.refused(refusal, view));
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "The simulator itself failed on " + raw.path(), bug);
      return Handled.of(answers.serverError());
    }
  }

  private Routes.Match match(RawRequest raw) {
    try {
      return routes.match(raw.method(), raw.path());
    } catch (Refusal unknown) {
      LOG.log(Level.WARNING, "Not simulated: {0} {1}", raw.method(), raw.path());
      throw unknown;
    }
  }

  private static Params read(RawRequest raw) {
    boolean bodyCounts = raw.method().equals("POST");
    if (bodyCounts && raw.header("content-type", "").startsWith("application/json")) {
      throw Refusal.invalid(
          null, "Invalid request: the API v1 takes form-encoded bodies, not JSON.");
    }
    return FormDecoder.decode(bodyCounts ? raw.body() : raw.query());
  }

  private static ApiCall call(
      RawRequest raw, String requestId, Params params, Routes.Match match, View view) {
    return new ApiCall(
        raw.method(),
        raw.path(),
        match.variables(),
        params,
        view,
        requestId,
        raw.method().equals("POST") ? idempotencyKey(raw) : null,
        raw.header("stripe-version"));
  }

  private static @Nullable String idempotencyKey(RawRequest raw) {
    String key = raw.header("idempotency-key");
    if (key != null && key.length() > KEY_MAX) {
      throw new Refusal(
          400,
          ApiError.plain(
              ErrorType.IDEMPOTENCY_ERROR,
              null,
              "Idempotency keys must be at most 255 characters.",
              null),
          false);
    }
    return key == null || key.isBlank() ? null : key;
  }

  /** The call with the customer and the metadata that faults can be aimed at. */
  private FaultRule.Subject subject(ApiCall call) {
    Optional<? extends Intent> intent = account.exclusively(() -> intentOf(call));
    Map<String, String> metadata = new HashMap<>(call.params().peekLeaves("metadata"));
    intent.ifPresent(found -> found.metadata().forEach(metadata::putIfAbsent));
    String named = call.params().peek("customer");
    String customer = named == null ? intent.map(Intent::customer).orElse(null) : named;
    return new FaultRule.Subject(call.method(), call.path(), customer, metadata);
  }

  private Optional<? extends Intent> intentOf(ApiCall call) {
    String id = call.pathVariables().getOrDefault("id", "");
    return id.startsWith("seti_")
        ? account.store().setupIntents().find(id)
        : account.store().paymentIntents().find(id);
  }

  private Handled decorate(RawRequest raw, String requestId, Handled handled) {
    return switch (handled.reply()) {
      case HttpReply.Answer answer -> handled.with(headers(raw, requestId, answer));
      case HttpReply.Truncated(var answer) ->
          handled.with(new HttpReply.Truncated(headers(raw, requestId, answer)));
      case HttpReply.Dropped _ -> handled;
    };
  }

  private HttpReply.Answer headers(RawRequest raw, String requestId, HttpReply.Answer answer) {
    HttpReply.Answer full =
        answer
            .with("Request-Id", requestId)
            .with("Stripe-Version", raw.header("stripe-version", answers.apiVersion()));
    String key = raw.header("idempotency-key");
    if (key != null && raw.method().equals("POST")) {
      full = full.with("Idempotency-Key", key);
    }
    return routes.opensToBrowsers(raw.path()) ? Cors.allow(full) : full;
  }

  /** What the request log learns on the way. */
  private static final class Trace {
    private Map<String, String> parameters = Map.of();
    private @Nullable String fault;
    private boolean replayed;

    private RequestLog.Entry entry(
        RawRequest raw, String requestId, java.time.Instant now, HttpReply reply) {
      Map<String, String> headers = new HashMap<>(raw.headers());
      headers.remove("authorization");
      return new RequestLog.Entry(
          requestId,
          now,
          raw.method(),
          raw.path(),
          headers,
          parameters,
          raw.header("idempotency-key"),
          reply instanceof HttpReply.Answer answer ? answer.status() : 0,
          fault,
          replayed);
    }
  }
}
