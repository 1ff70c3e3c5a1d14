package dev.offsession.ingest.backfill;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.BackfillPass;
import dev.offsession.ingest.backfill.domain.BackfillRegister;
import dev.offsession.ingest.backfill.domain.BackfillRegister.BackfillRequest;
import dev.offsession.ingest.backfill.domain.BackfillState;
import dev.offsession.ingest.backfill.domain.Leadership;
import dev.offsession.ingest.backfill.domain.PassPlan;
import dev.offsession.ingest.backfill.domain.Progress;
import dev.offsession.ingest.backfill.domain.TopicEvents;
import dev.offsession.ingest.backfill.domain.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a pass is due and keeps the books. One thread calls {@link #tick}; a tick during
 * which a pass is due takes as long as the pass.
 */
final class BackfillWorker {

  private static final Logger log = LoggerFactory.getLogger(BackfillWorker.class);

  private final Leadership leadership;
  private final BackfillRegister register;
  private final Supplier<TopicEvents> topics;
  private final BiFunction<TopicEvents, Consumer<Progress>, BackfillPass> passes;
  private final BackfillProperties properties;
  private final BackfillMeters meters;
  private final Clock clock;

  private boolean led;
  private Instant nextPass = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private BackfillState state = BackfillState.NOTHING_YET;

  BackfillWorker(
      Leadership leadership,
      BackfillRegister register,
      Supplier<TopicEvents> topics,
      BiFunction<TopicEvents, Consumer<Progress>, BackfillPass> passes,
      BackfillProperties properties,
      BackfillMeters meters,
      Clock clock) {
    this.leadership = leadership;
    this.register = register;
    this.topics = topics;
    this.passes = passes;
    this.properties = properties;
    this.meters = meters;
    this.clock = clock;
  }

  /** Does what is due, if this instance is the one to do it. Never throws. */
  void tick() {
    try {
      if (!leadership.isHeld()) {
        led = false;
        return;
      }
      boolean first = !led;
      if (first) {
        begin();
      }
      whatIsDue(first);
    } catch (BackfillException e) {
      log.warn("The backfill waits: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.error("The backfill failed and will be tried again", e);
      nextPass = clock.instant().plus(properties.interval());
    }
  }

  /** Another instance may have done passes meanwhile: what it wrote down counts. */
  private void begin() {
    state = register.state().orElse(BackfillState.NOTHING_YET);
    led = true;
    nextPass = Instant.MIN;
    nextSweep = clock.instant();
    log.info("This instance does the backfill now");
  }

  private void whatIsDue(boolean first) {
    Instant now = clock.instant();
    BackfillRequest request = newRequest();
    if (request != null) {
      run(_ -> PassPlan.asked(request.from(), now));
      save(state.done(request.askedAt()));
    } else if (!now.isBefore(nextPass)) {
      closeGaps(first ? Trigger.START : Trigger.INTERVAL, now);
      nextPass = clock.instant().plus(properties.interval());
    } else if (!now.isBefore(nextSweep)) {
      run(_ -> PassPlan.sweep(properties.sweepReach(), now));
      nextSweep = clock.instant().plus(properties.sweepInterval());
    }
  }

  private @Nullable BackfillRequest newRequest() {
    return register
        .request()
        .filter(r -> state.requestDone() == null || r.askedAt().isAfter(state.requestDone()))
        .orElse(null);
  }

  private void closeGaps(Trigger trigger, Instant now) {
    Optional<Instant> checkedUntil = Optional.ofNullable(state.checkedUntil());
    Progress pass =
        run(topic ->
            PassPlan.closingGaps(trigger, checkedUntil, topic.newest(), properties.overlap(), now));
    if (pass.failure() == null) {
      save(state.checked(now));
    }
  }

  private Progress run(Function<TopicEvents, PassPlan> plans) {
    try (TopicEvents topic = topics.get()) {
      PassPlan plan = plans.apply(topic);
      if (plan.edgeReached()) {
        log.warn(
            "Stripe lists 30 days only: what it made before {} cannot be fetched any more",
            plan.window().from());
        meters.edgeReached();
      }
      Progress pass = passes.apply(topic, progress -> save(state.with(progress))).run(plan);
      save(state.with(pass));
      meters.ended(pass);
      tell(pass);
      return pass;
    }
  }

  private void save(BackfillState next) {
    state = next;
    register.store(next);
  }

  private static void tell(Progress pass) {
    if (pass.failure() != null) {
      log.warn("Backfill {} from {} ended early: {}", pass.trigger(), pass.from(), pass.failure());
    } else if (pass.published() + pass.refused() > 0 || pass.trigger() != Trigger.INTERVAL) {
      log.info(
          "Backfill {} from {}: {} listed, {} were missing and are published, {} left out",
          pass.trigger(),
          pass.from(),
          pass.listed(),
          pass.published(),
          pass.refused());
    }
  }

  /** For a pass that must stop when another instance takes over. */
  static BooleanSupplier whileHeld(Leadership leadership) {
    return () -> leadership.isHeld() && !Thread.currentThread().isInterrupted();
  }
}
