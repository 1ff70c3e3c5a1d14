package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stripe's front door: idempotency keys (saved answers, in flight, pruned after 24 h), limits, one
 * write at a time per intent, errors. It goes on with a call whose sender is gone.
 */
final class SimStripe {
  private static final long KEY_KEPT = Duration.ofHours(24).toMillis();

  private static final class Saved {
    final String params;
    final long since;
    Optional<GatewayReply> answer = Optional.empty();

    Saved(String params, long since) {
      this.params = params;
      this.since = since;
    }
  }

  private final Simulation sim;
  private final Map<PaymentIntentId, SimIntent> intents = new LinkedHashMap<>();
  private final Map<IdempotencyKey, Saved> keys = new HashMap<>();
  private final Set<IdempotencyKey> settledKeys = new HashSet<>();

  SimStripe(Simulation sim) {
    this.sim = sim;
  }

  /** A call arrives. */
  void receive(StripeCall call, Consumer<GatewayReply> answer) {
    Faults.StripeFault fault = sim.faults().stripe();
    Optional<Trouble> refusal = atTheDoor(call, fault);
    if (refusal.isPresent()) {
      call.intent().filter(_ -> call.writes()).ifPresent(sim.webhooks()::release);
      reply(call, new GatewayReply.NoAnswer(refusal.get()), answer);
      return;
    }
    if (!call.writes()) {
      reply(call, call.effect().get(), answer);
      return;
    }
    Optional<Saved> before = call.key().map(keys::get);
    if (before.isPresent()) {
      again(call, before.get(), answer);
      return;
    }
    work(call, fault, answer);
  }

  private Optional<Trouble> atTheDoor(StripeCall call, Faults.StripeFault fault) {
    if (sim.faults().keyIsRefused()) {
      return Optional.of(Trouble.UNAUTHORIZED);
    }
    if (fault == Faults.StripeFault.RATE_LIMITED) {
      return Optional.of(Trouble.RATE_LIMITED);
    }
    if (fault == Faults.StripeFault.UNAVAILABLE) {
      return Optional.of(Trouble.NO_ANSWER);
    }
    call.key().ifPresent(this::prune);
    boolean known = call.key().filter(keys::containsKey).isPresent();
    boolean locked = call.intent().map(intents::get).filter(one -> one.locked).isPresent();
    return call.writes() && locked && !known ? Optional.of(Trouble.BUSY) : Optional.empty();
  }

  private void prune(IdempotencyKey key) {
    Saved saved = keys.get(key);
    if (saved != null && saved.answer.isPresent() && saved.since + KEY_KEPT < sim.now()) {
      keys.remove(key);
    }
  }

  private void again(StripeCall call, Saved before, Consumer<GatewayReply> answer) {
    GatewayReply reply =
        !before.params.equals(call.params())
            ? new GatewayReply.NoAnswer(Trouble.KEY_REUSED)
            : before.answer.orElse(new GatewayReply.NoAnswer(Trouble.BUSY));
    reply(call, reply, answer);
  }

  private void work(StripeCall call, Faults.StripeFault fault, Consumer<GatewayReply> answer) {
    Saved saved = new Saved(call.params(), sim.now());
    call.key().ifPresent(key -> keys.put(key, saved));
    Optional<SimIntent> intent = call.intent().map(intents::get);
    intent.ifPresent(one -> one.locked = true);
    long takes = takes(fault);
    long effectAt = sim.dice().millis(0, takes + 1);
    sim.timeline()
        .in(
            effectAt,
            () -> {
              GatewayReply done =
                  fault == Faults.StripeFault.ERROR_BEFORE ? serverError() : call.effect().get();
              call.key().ifPresent(settledKeys::add);
              GatewayReply said = fault == Faults.StripeFault.ERROR_AFTER ? serverError() : done;
              sim.timeline()
                  .in(
                      takes - effectAt,
                      () -> {
                        intent.ifPresent(one -> one.locked = false);
                        saved.answer = Optional.of(said);
                        reply(call, said, answer);
                      });
            });
  }

  private long takes(Faults.StripeFault fault) {
    return switch (fault) {
      case SLOW -> sim.dice().millis(Duration.ofSeconds(2), Duration.ofSeconds(60));
      case VERY_SLOW -> sim.dice().millis(Duration.ofSeconds(40), Duration.ofMinutes(10));
      case NONE, RATE_LIMITED, UNAVAILABLE, ERROR_BEFORE, ERROR_AFTER ->
          sim.dice().millis(50, 1_500);
    };
  }

  private static GatewayReply serverError() {
    return new GatewayReply.NoAnswer(Trouble.SERVER_ERROR);
  }

  private void reply(StripeCall call, GatewayReply reply, Consumer<GatewayReply> answer) {
    sim.trace().say("stripe", "answers " + call.what(), told(reply));
    answer.accept(reply);
  }

  /** What a reply says, in ids, states and codes. */
  static String told(GatewayReply reply) {
    return switch (reply) {
      case GatewayReply.Sighted(var seen) -> seen.id() + " " + seen.status();
      case GatewayReply.Listed(var all) -> all.size() + " intents";
      case GatewayReply.Refused(var code, _, _) -> code;
      case GatewayReply.NoAnswer(var trouble) -> trouble.name();
    };
  }

  /** True once a call under this key had its effect, or failed for good, whoever heard of it. */
  boolean isSettled(IdempotencyKey key) {
    return settledKeys.contains(key);
  }

  void add(SimIntent intent) {
    intents.put(intent.id, intent);
  }

  int count() {
    return intents.size();
  }

  Optional<SimIntent> find(PaymentIntentId id) {
    return Optional.ofNullable(intents.get(id));
  }

  List<SimIntent> all() {
    return List.copyOf(intents.values());
  }
}
