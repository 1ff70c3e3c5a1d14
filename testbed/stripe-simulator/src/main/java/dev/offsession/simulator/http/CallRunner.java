package dev.offsession.simulator.http;

import dev.offsession.simulator.api.Expander;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Event;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.faults.Fault;
import dev.offsession.simulator.faults.FaultKind;
import dev.offsession.simulator.idempotency.Begin;
import dev.offsession.simulator.idempotency.SavedAnswer;
import dev.offsession.simulator.idempotency.SavedAnswers;
import dev.offsession.simulator.webhooks.Webhooks;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Runs a call once per idempotency key, with the fault that was meant for it. */
public final class CallRunner {
  private final Account account;
  private final SavedAnswers saved;
  private final Expander expander;
  private final Webhooks webhooks;
  private final Answers answers;
  private final IntentLocks locks;

  /** A runner over one account. */
  public CallRunner(
      Account account,
      SavedAnswers saved,
      Expander expander,
      Webhooks webhooks,
      Answers answers,
      java.time.Duration lockPatience) {
    this.account = account;
    this.saved = saved;
    this.expander = expander;
    this.webhooks = webhooks;
    this.answers = answers;
    this.locks = new IntentLocks(lockPatience);
  }

  Handled run(ApiCall call, Routes.Route route, Optional<Fault> fault) {
    if (fault.isPresent() && strikesFirst(fault.get().kind())) {
      pause(fault.get());
      return Handled.of(answers.beforeEffect(fault.get()));
    }
    return call.idempotencyKey() == null
        ? execute(call, route, fault).handled()
        : once(call.idempotencyKey(), call, route, fault);
  }

  private Handled once(String key, ApiCall call, Routes.Route route, Optional<Fault> fault) {
    return switch (saved.begin(key, call.path(), call.params().canonical())) {
      case Begin.Replay(SavedAnswer before) -> replay(before, fault);
      case Begin.InFlight _ -> Handled.of(answers.conflict());
      case Begin.OtherParameters _ -> Handled.of(answers.otherParameters(key));
      case Begin.OtherEndpoint used -> Handled.of(answers.otherEndpoint(used));
      case Begin.First _ -> first(key, call, route, fault);
    };
  }

  private Handled first(String key, ApiCall call, Routes.Route route, Optional<Fault> fault) {
    try {
      Executed executed = execute(call, route, fault);
      if (executed.saved()) {
        saved.finish(key, new SavedAnswer(executed.answer().status(), executed.answer().body()));
      }
      return executed.handled();
    } finally {
      saved.release(key);
    }
  }

  /** The saved answer; a fault on the way back can lose it like any other. */
  private Handled replay(SavedAnswer before, Optional<Fault> fault) {
    fault.ifPresent(CallRunner::pause);
    HttpReply.Answer answer =
        HttpReply.json(before.status(), before.body()).with("Idempotent-Replayed", "true");
    HttpReply reply = fault.map(hit -> answers.afterEffect(answer, hit)).orElse(answer);
    return new Handled(reply, List.of(), true);
  }

  private Executed execute(ApiCall call, Routes.Route route, Optional<Fault> fault) {
    try (IntentLocks.Held _ = locks.hold(call)) {
      fault.filter(hit -> hit.kind() != FaultKind.HANG_AFTER_EFFECT).ifPresent(CallRunner::pause);
      if (fault.isPresent() && fault.get().kind() == FaultKind.SERVER_ERROR) {
        return failed(fault.get());
      }
      Effect effect = effect(call, route);
      boolean overtakes = webhooks.overtakesReply();
      if (overtakes) {
        webhooks.sendBeforeReply(effect.events());
      }
      return finish(effect, overtakes ? List.of() : effect.events(), fault);
    }
  }

  private Executed failed(Fault fault) {
    HttpReply.Answer answer = answers.serverError();
    return new Executed(answer, true, Handled.of(answers.beforeEffect(fault)));
  }

  private Executed finish(Effect effect, List<Event> afterwards, Optional<Fault> fault) {
    HttpReply.Answer answer =
        fault.isPresent() && fault.get().kind() == FaultKind.SERVER_ERROR_AFTER_EFFECT
            ? answers.serverError()
            : effect.answer();
    fault.filter(hit -> hit.kind() == FaultKind.HANG_AFTER_EFFECT).ifPresent(CallRunner::pause);
    HttpReply reply = fault.map(hit -> answers.afterEffect(answer, hit)).orElse(answer);
    return new Executed(answer, effect.executed(), new Handled(reply, afterwards, false));
  }

  private Effect effect(ApiCall call, Routes.Route route) {
    return account.exclusively(() -> {
      try {
        List<String> paths = call.params().texts("expand");
        ObjectNode object = route.handler().handle(call);
        paths.forEach(path -> expander.expand(object, path));
        return new Effect(HttpReply.json(200, object), true, account.journal().takeUnsent());
      } catch (Refusal refusal) {
        return new Effect(
            answers.refused(refusal, call.view()),
            refusal.executed(),
            account.journal().takeUnsent());
      }
    });
  }

  private static boolean strikesFirst(FaultKind kind) {
    return switch (kind) {
      case HANG,
          RATE_LIMIT,
          LOCK_TIMEOUT,
          CONFLICT,
          BAD_GATEWAY,
          UNAVAILABLE,
          GATEWAY_TIMEOUT,
          DROP_BEFORE ->
          true;
      case LATENCY,
          HANG_AFTER_EFFECT,
          SERVER_ERROR,
          SERVER_ERROR_AFTER_EFFECT,
          GATEWAY_TIMEOUT_AFTER_EFFECT,
          DROP_AFTER_EFFECT,
          TRUNCATE_BODY ->
          false;
    };
  }

  private static void pause(Fault fault) {
    try {
      Thread.sleep(fault.millis());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private record Effect(HttpReply.Answer answer, boolean executed, List<Event> events) {}

  private record Executed(HttpReply.Answer answer, boolean saved, Handled handled) {}
}
