package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Attempts;
import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.Evidence;
import dev.offsession.charging.domain.Intent;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.domain.Verdict;
import dev.offsession.charging.usecase.ChargeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mistakes in the core itself: inputs misread, decisions made otherwise. */
final class RuleMutants {
  static final StripeCustomerId CUSTOMER = new StripeCustomerId("cus_c1");

  private RuleMutants() {}

  private interface Mistake {
    ChargeService.Rules with(ChargeService.Rules real);
  }

  private interface Misreading {
    Evidence of(Charge charge, Evidence seen);
  }

  static List<Mutant> all() {
    return List.of(
        rules("no-look-before-retry", "a due retry confirms without a look", NoLook::new),
        rules("fail-without-cancel", "an unpaid end does not wait for the cancel", NoCancel::new),
        rules("final-reopened", "a late event changes a final charge", Reopened::new),
        rules("new-intent-per-retry", "each retry makes an intent of its own", NewIntent::new),
        rules(
            "attempt-on-429",
            "a call that Stripe did not look at takes an attempt number",
            real -> new Counted(real, Trouble.RATE_LIMITED)),
        rules(
            "attempt-on-timeout",
            "a call without an answer takes an attempt number",
            real -> new Counted(real, Trouble.NO_ANSWER)),
        rules("cancel-dropped-in-flight", "a cancel during a confirm is dropped", Dropped::new),
        rules("deadline-ignored", "the deadline never comes", NoDeadline::new),
        rules("discard-own-intent", "an unpaid intent in an event is discarded", Discards::new),
        reads(
            "stale-evidence-wins",
            "an event counts like a look",
            (charge, seen) ->
                seen.source() == Evidence.Source.EVENT
                    ? as(charge, seen, Evidence.Source.LOOK, seen.verdict())
                    : seen),
        reads(
            "other-attempts-event",
            "the late event of one attempt counts for the next",
            (charge, seen) ->
                seen.source() == Evidence.Source.EVENT
                    ? as(charge, seen, Evidence.Source.EVENT, seen.verdict())
                    : seen),
        rules("no-back-off", "looks every 15 s while Stripe is away", Eager::new),
        reads("any-intent", "an intent that is not the charge's own counts", RuleMutants::own),
        reads(
            "processing-is-paid",
            "processing counts as paid",
            (charge, seen) ->
                seen.verdict() instanceof Verdict.Processing
                    ? as(
                        charge,
                        seen,
                        seen.source(),
                        new Verdict.Paid(Optional.empty(), charge.request().amountMinor()))
                    : seen),
        reads(
            "acting-is-free",
            "a customer in the middle is not waited for",
            (charge, seen) ->
                seen.verdict() instanceof Verdict.CustomerActing
                    ? as(charge, seen, seen.source(), new Verdict.Unpaid())
                    : seen),
        reads(
            "authentication-is-soft",
            "a demand for the customer is tried again without them",
            (charge, seen) ->
                seen.verdict() instanceof Verdict.Refused(Decline decline)
                        && decline.code().equals("authentication_required")
                    ? as(
                        charge,
                        seen,
                        seen.source(),
                        new Verdict.Refused(Decline.of("try_again_later")))
                    : seen));
  }

  private static Mutant rules(String name, String mistake, Mistake made) {
    return new Mutant(
        name,
        mistake,
        new Mutation() {
          @Override
          public ChargeService.Rules rules(ChargeService.Rules real) {
            return made.with(real);
          }
        });
  }

  private static Mutant reads(String name, String mistake, Misreading misreading) {
    return rules(
        name,
        mistake,
        real ->
            (charge, input, policy, now) ->
                real.decide(
                    charge,
                    input instanceof ChargeInput.Seen(Evidence seen)
                        ? new ChargeInput.Seen(misreading.of(charge, seen))
                        : input,
                    policy,
                    now));
  }

  private static Evidence as(
      Charge charge, Evidence seen, Evidence.Source source, Verdict verdict) {
    return new Evidence(
        seen.intent(), seen.customer(), source, charge.attempts().number(), verdict, seen.card());
  }

  private static Evidence own(Charge charge, Evidence seen) {
    return charge
        .intent()
        .map(intent ->
            new Evidence(
                intent.id(),
                Optional.of(intent.customer()),
                seen.source(),
                seen.attempt(),
                seen.verdict(),
                seen.card()))
        .orElse(seen);
  }

  private static Evidence look(Charge charge, Verdict verdict) {
    Intent intent = charge.intent().orElseThrow();
    return new Evidence(
        intent.id(),
        Optional.of(intent.customer()),
        Evidence.Source.LOOK,
        charge.attempts().number(),
        verdict,
        charge.card());
  }

  private static Charge with(
      Charge charge, ChargeState state, Attempts attempts, Optional<Instant> wakeAt) {
    return new Charge(
        charge.request(),
        charge.receivedAt(),
        state,
        attempts,
        charge.card(),
        charge.knownDefault(),
        charge.closing(),
        charge.unansweredLooks(),
        charge.sequence(),
        wakeAt);
  }

  private record NoLook(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Decision decision = real.decide(charge, input, policy, now);
      boolean looks =
          charge.state() instanceof ChargeState.RetryScheduled
              && decision.question().filter(Effect.FetchIntent.class::isInstance).isPresent();
      return looks
          ? real.decide(
              decision.charge(),
              new ChargeInput.Seen(look(decision.charge(), new Verdict.Unpaid())),
              policy,
              now)
          : decision;
    }
  }

  private record NoCancel(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Decision decision = real.decide(charge, input, policy, now);
      boolean cancels =
          decision.question().filter(Effect.CancelIntent.class::isInstance).isPresent();
      return cancels
          ? real.decide(
              decision.charge(),
              new ChargeInput.Seen(look(decision.charge(), new Verdict.Canceled("assumed"))),
              policy,
              now)
          : decision;
    }
  }

  private record Reopened(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      boolean late =
          charge.isFinal()
              && charge.intent().isPresent()
              && input instanceof ChargeInput.Seen(Evidence seen)
              && seen.verdict() instanceof Verdict.Refused;
      return late
          ? new Decision(
              with(
                  charge,
                  new ChargeState.Processing(charge.intent().orElseThrow(), 0),
                  charge.attempts(),
                  Optional.of(now)),
              List.of(),
              "reopened")
          : real.decide(charge, input, policy, now);
    }
  }

  private record NewIntent(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      boolean due =
          charge.state() instanceof ChargeState.RetryScheduled retry
              && !now.isBefore(retry.at())
              && input instanceof ChargeInput.Due
              && charge.closing().isEmpty();
      return due
          ? new Decision(
              with(charge, new ChargeState.Received(), charge.attempts(), Optional.of(now)),
              List.of(),
              "start over")
          : real.decide(charge, input, policy, now);
    }
  }

  private record Counted(ChargeService.Rules real, Trouble trouble) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Decision decision = real.decide(charge, input, policy, now);
      boolean counts =
          charge.state() instanceof ChargeState.Confirming
              && input.equals(new ChargeInput.NoAnswer(trouble));
      Charge after = decision.charge();
      Attempts old = after.attempts();
      Attempts more =
          new Attempts(old.number() + 1, old.declines(), old.firstDecline(), old.dead());
      return counts
          ? new Decision(
              with(after, after.state(), more, after.wakeAt()), decision.effects(), decision.why())
          : decision;
    }
  }

  private record Eager(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Decision decision = real.decide(charge, input, policy, now);
      Charge after = decision.charge();
      boolean waits =
          charge.state() instanceof ChargeState.Waiting && input instanceof ChargeInput.NoAnswer;
      return waits
          ? new Decision(
              with(after, after.state(), after.attempts(), Optional.of(now.plusSeconds(15))),
              decision.effects(),
              decision.why())
          : decision;
    }
  }

  private record Dropped(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      boolean inFlight =
          charge.state() instanceof ChargeState.Confirming
              || charge.state() instanceof ChargeState.Creating;
      return inFlight && input instanceof ChargeInput.CancelAsked
          ? new Decision(charge, List.of(), "not now")
          : real.decide(charge, input, policy, now);
    }
  }

  private record NoDeadline(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Instant deadline = charge.deadline(policy);
      return real.decide(
          charge, input, policy, now.isBefore(deadline) ? now : deadline.minusMillis(1));
    }
  }

  private record Discards(ChargeService.Rules real) implements ChargeService.Rules {
    @Override
    public Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now) {
      Decision decision = real.decide(charge, input, policy, now);
      if (!charge.isFinal()
          && input instanceof ChargeInput.Seen(Evidence seen)
          && seen.source() == Evidence.Source.EVENT
          && seen.verdict() instanceof Verdict.Unpaid) {
        List<Effect> effects = new ArrayList<>(decision.effects());
        effects.add(new Effect.Discard(seen.intent()));
        return new Decision(decision.charge(), effects, decision.why());
      }
      return decision;
    }
  }
}
