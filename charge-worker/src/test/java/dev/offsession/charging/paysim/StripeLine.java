package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Trouble;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One process's way to Stripe: calls and answers are lost, late, or never sent. */
final class StripeLine implements PaymentGateway {
  /** How long an answer is waited for, as the service's read timeout. */
  private static final long PATIENCE = Duration.ofSeconds(30).toMillis();

  private static final GatewayReply NOTHING = new GatewayReply.NoAnswer(Trouble.NO_ANSWER);

  private final Simulation sim;
  private final Worker worker;

  StripeLine(Simulation sim, Worker worker) {
    this.sim = sim;
    this.worker = worker;
  }

  @Override
  public GatewayReply create(Effect.CreateIntent question) {
    sim.checks().creating(question);
    String params =
        question.customer() + " " + question.request().amountMinor() + question.request().id();
    return call(
        "create",
        Optional.of(question.key()),
        params,
        Optional.empty(),
        () -> sim.bank().create(question));
  }

  @Override
  public GatewayReply confirm(Effect.ConfirmIntent question) {
    sim.checks().confirming(question, sim.fibers().current());
    return call(
        "confirm",
        Optional.of(question.key()),
        question.intent() + " " + question.method(),
        Optional.of(question.intent()),
        () ->
            on(
                question.intent(),
                intent -> sim.bank().confirm(intent, question.method(), question.key())));
  }

  @Override
  public GatewayReply cancel(PaymentIntentId intent) {
    sim.checks().canceling(intent);
    return call(
        "cancel",
        Optional.of(new IdempotencyKey("random " + sim.dice().millis(0, Long.MAX_VALUE))),
        "cancel",
        Optional.of(intent),
        () -> on(intent, one -> sim.bank().cancel(one, "abandoned", Optional.empty())));
  }

  @Override
  public GatewayReply fetch(Effect.FetchIntent question) {
    return read(
        "fetch",
        Optional.of(question.intent()),
        () -> on(question.intent(), intent -> new GatewayReply.Sighted(intent.snapshot())));
  }

  @Override
  public GatewayReply find(Effect.FindIntents question) {
    GatewayReply reply =
        read(
            "list",
            Optional.empty(),
            () ->
                new GatewayReply.Listed(
                    sim.stripe().all().stream()
                        .filter(intent -> intent.request.equals(question.request()))
                        .filter(intent -> intent.customer.equals(question.customer()))
                        .filter(intent -> !intent.created.isBefore(question.since()))
                        .map(SimIntent::snapshot)
                        .sorted(Comparator.comparing(IntentSnapshot::createdAt))
                        .toList()));
    if (reply instanceof GatewayReply.Listed) {
      sim.fibers().current().hasListed = true;
    }
    return reply;
  }

  private interface Operation {
    GatewayReply on(SimIntent intent);
  }

  private GatewayReply on(PaymentIntentId id, Operation operation) {
    return sim.stripe()
        .find(id)
        .map(operation::on)
        .orElse(new GatewayReply.Refused("resource_missing", Optional.of("id"), Optional.empty()));
  }

  private GatewayReply read(
      String what, Optional<PaymentIntentId> intent, Supplier<GatewayReply> effect) {
    return send(new StripeCall(what, Optional.empty(), "", intent, false, effect));
  }

  private GatewayReply call(
      String what,
      Optional<IdempotencyKey> key,
      String params,
      Optional<PaymentIntentId> intent,
      Supplier<GatewayReply> effect) {
    return send(new StripeCall(what, key, params, intent, true, effect));
  }

  /** Sends a call and waits: between any two steps the process may die or stop. */
  private GatewayReply send(StripeCall call) {
    sim.step();
    sim.trace().say(worker.name(), call.what(), call.intent().map(Object::toString).orElse(""));
    call.intent().ifPresent(sim.checks().pace()::calling);
    Faults.LineFault fault = faultOf(call);
    if (call.writes() && fault != Faults.LineFault.NONE) {
      call.intent().ifPresent(sim.webhooks()::release);
    }
    if (fault == Faults.LineFault.CONNECTION_REFUSED) {
      sim.step();
      return NOTHING;
    }
    Post post = new Post(sim.fibers().current());
    if (fault != Faults.LineFault.LOST_BEFORE) {
      boolean silent = fault == Faults.LineFault.LOST_AFTER || fault == Faults.LineFault.RESET;
      sim.timeline()
          .in(
              travel(fault),
              () ->
                  sim.stripe()
                      .receive(
                          call,
                          reply -> {
                            if (!silent) {
                              sim.timeline().in(sim.dice().millis(1, 60), () -> post.put(reply));
                            }
                          }));
    }
    long patience = fault == Faults.LineFault.RESET ? sim.dice().millis(1, 3_000) : PATIENCE;
    sim.timeline().in(patience, () -> post.put(NOTHING));
    GatewayReply reply = post.take();
    remember(reply);
    sim.step();
    return reply;
  }

  /** Faults seek each other's company: a write is lost more often while an event is held back. */
  private Faults.LineFault faultOf(StripeCall call) {
    boolean late = call.writes() && call.intent().filter(sim.webhooks()::holdsBack).isPresent();
    return late && sim.faults().lucklessCall() ? Faults.LineFault.LOST_BEFORE : sim.faults().line();
  }

  private long travel(Faults.LineFault fault) {
    return fault == Faults.LineFault.CRAWLS
        ? sim.dice().millis(Duration.ofSeconds(1), Duration.ofMinutes(4))
        : sim.dice().millis(1, 60);
  }

  private void remember(GatewayReply reply) {
    switch (reply) {
      case GatewayReply.Sighted(var seen) -> remember(seen);
      case GatewayReply.Listed(var all) -> all.forEach(this::remember);
      case GatewayReply.Refused(_, _, var seen) -> seen.ifPresent(this::remember);
      case GatewayReply.NoAnswer _ -> {}
    }
  }

  private void remember(IntentSnapshot seen) {
    sim.fibers().current().sights.put(seen.id(), seen.status());
  }

  /** Where an answer is waited for; the first one counts. */
  private static final class Post {
    private final Fiber reader;
    private final long wait;
    private @Nullable GatewayReply reply;

    Post(Fiber reader) {
      this.reader = reader;
      this.wait = reader.nextWait();
    }

    void put(GatewayReply answer) {
      if (reply == null) {
        reply = answer;
        reader.wake(wait);
      }
    }

    GatewayReply take() {
      reader.park();
      return reply == null ? NOTHING : reply;
    }
  }
}
