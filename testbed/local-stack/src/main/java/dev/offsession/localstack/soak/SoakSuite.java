package dev.offsession.localstack.soak;

import dev.offsession.localstack.client.MerchantApi;
import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.client.TopicTail;
import dev.offsession.localstack.client.Upstream;
import dev.offsession.localstack.crash.Fleet;
import dev.offsession.localstack.crash.FleetJars;
import dev.offsession.localstack.crash.Pause;
import dev.offsession.localstack.crash.StoreView;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.Service;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackShape;
import dev.offsession.localstack.stack.StripeSide;
import dev.offsession.schemas.topics.Topic;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Starts a stack, keeps it busy and hurts it, waits for the end of everything, and compares. */
public final class SoakSuite {
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);

  /** Slow is not stuck: as long as charges end now and then, the run waits. */
  private static final Duration STUCK_AFTER = Duration.ofMinutes(5);

  /** For what nobody waits for: the last webhooks, and a charge too many, should there be one. */
  private static final Duration AFTERMATH = Duration.ofSeconds(90);

  private final StackFolders folders;
  private final Addresses addresses;
  private final SoakPlan plan;
  private final SoakReport report;
  private final Ids ids = new Ids("soak-" + System.currentTimeMillis());
  private final Book book;

  /** A soak that writes to {@code out}. */
  public SoakSuite(StackFolders folders, Addresses addresses, SoakPlan plan, PrintStream out) {
    this.folders = folders;
    this.addresses = addresses;
    this.plan = plan;
    this.report = new SoakReport(out, plan);
    this.book = new Book(ids, plan.charges());
  }

  /** Whether ledger, store and events agree about every charge. */
  public boolean play() {
    report.begins();
    SoakSettings settings = new SoakSettings();
    StackShape shape =
        StackShape.with(EnumSet.noneOf(Service.class))
            .withSimulatorHeapMb(SoakSettings.SIMULATOR_HEAP_MB);
    try (LocalStack stack =
            LocalStack.start(folders, addresses, StripeSide.Simulated.fresh(), shape);
        Fleet fleet =
            Fleet.start(stack, folders, settings, UnaryOperator.identity(), new FleetJars())) {
      Cast cast = new Cast(addresses);
      report.up(stack.times().total());
      return play(stack, fleet, cast);
    }
  }

  private boolean play(LocalStack stack, Fleet fleet, Cast cast) {
    Disorder disorder = new Disorder(addresses);
    Instant begin = Instant.now();
    try (TopicTail _ = tail();
        Load load = new Load(plan, ids, book, cast, new Upstream(addresses));
        Killer killer = new Killer(fleet::serving, fleet::tend, plan.killEvery(), plan.seed())) {
      disorder.begin();
      killer.start();
      hurt(load, killer, stack);
      killer.stop();
      var faults = disorder.hits();
      disorder.end();
      fleet.tend();
      boolean ended = awaitEnd(load, killer, stack);
      fleet.awaitAll();
      Pause.until(this::allAnnounced, AFTERMATH);
      Pause.of(LINE_EVERY);
      Verdict verdict = judge(begin, ended);
      if (load.refused() > 0) {
        verdict.complain("the broker did not take %d requests".formatted(load.refused()));
      }
      report.ends(book, verdict, killer, faults, load.refused());
      return verdict.isExact();
    }
  }

  private TopicTail tail() {
    return TopicTail.of(
        addresses,
        List.of(Topic.CHARGE_EVENTS, Topic.PROMPT_EVENTS, Topic.STRIPE_EVENTS),
        arrival -> book.hears(arrival.value()));
  }

  private void hurt(Load load, Killer killer, LocalStack stack) {
    CompletableFuture<Void> asking = CompletableFuture.runAsync(load::run);
    while (!Pause.until(asking::isDone, LINE_EVERY)) {
      report.progress("asking", book, load, killer, stack.simulatorPid());
    }
    asking.join();
  }

  /** Whether everything ended; false when nothing moves any more. */
  private boolean awaitEnd(Load load, Killer killer, LocalStack stack) {
    long moved = System.nanoTime();
    int before = book.ended();
    while (!Pause.until(() -> book.ended() == plan.charges(), LINE_EVERY)) {
      report.progress("waiting", book, load, killer, stack.simulatorPid());
      if (book.ended() != before) {
        before = book.ended();
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STUCK_AFTER.toNanos()) {
        report.stuck(STUCK_AFTER);
        return false;
      }
    }
    return true;
  }

  private boolean allAnnounced() {
    for (int number = 0; number < book.asked(); number++) {
      if (book.isDue(number) && !book.isAnnounced(number)) {
        return false;
      }
    }
    return true;
  }

  private Verdict judge(Instant begin, boolean ended) {
    report.judging();
    SoakJudge judge =
        new SoakJudge(
            ids, book, new SimulatorControl(addresses)::ledger, new StoreView(addresses)::state);
    Verdict verdict = judge.judge();
    if (ended) {
      judge.reconcile(
          new MerchantApi(addresses).reconciliation(begin, Instant.now().plusSeconds(1)));
    }
    return verdict;
  }
}
