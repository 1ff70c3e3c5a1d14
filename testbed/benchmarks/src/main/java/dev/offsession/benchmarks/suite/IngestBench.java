package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.baseline.ceiling.Ceiling;
import dev.offsession.benchmarks.baseline.naiveingest.NaiveIngest;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Webhooks;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Service;
import dev.offsession.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.List;

/** Webhooks against the ceiling and the naive way: W1 to W5. */
public final class IngestBench implements Bench {
  private static final double SHARE_OF_MOST = 0.7;
  private static final double STEADY_RATE = 2_000;

  /** One turn of each of the three. */
  private record Round(WebhookTurn subject, WebhookTurn ceiling, WebhookTurn naive) {}

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Webhooks: starting webhook-ingest, the ceiling and the naive ingest");
    bed.topics().create(Ceiling.TOPIC, 12);
    bed.topics().create(NaiveIngest.TOPIC, 12);
    Webhooks webhooks = new Webhooks(Addresses.WEBHOOK_PATH, bed.keys().webhookSecret());
    try (WebhookTarget subject = subject(bed, webhooks);
        WebhookTarget ceiling = ceiling(bed, webhooks);
        WebhookTarget naive = naive(bed, webhooks)) {
      for (WebhookTarget target : List.of(subject, ceiling, naive)) {
        target.most(plan.warmUp());
      }
      most(subject, ceiling, naive, plan, score);
      slowest(subject, ceiling, plan, score);
      new ForgedWebhooks(subject, webhooks).run(plan, score);
      new RepeatedWebhooks(subject, webhooks).run(plan, score);
      new WebhookBurst(subject).run(plan, score);
    }
    score.notRun("W6", "convoy (Go, PostgreSQL, Redis) cannot be built here");
  }

  static WebhookTarget subject(Bed bed, Webhooks webhooks) {
    // Without a key there is no backfill: nothing but webhooks shall be measured.
    Running service =
        Running.service(
            Running.without("OFFSESSION_STRIPE_SECRET_KEY", bed.service(Service.WEBHOOK_INGEST)));
    return new WebhookTarget(service, webhooks, bed, Topic.STRIPE_EVENTS.topicName());
  }

  static WebhookTarget ceiling(Bed bed, Webhooks webhooks) {
    Running program = Running.web(Baseline.web(bed, "ceiling", Ceiling.class));
    return new WebhookTarget(program, webhooks, bed, Ceiling.TOPIC);
  }

  private static WebhookTarget naive(Bed bed, Webhooks webhooks) {
    Running program =
        Running.web(
            Baseline.web(
                bed,
                "naive-ingest",
                NaiveIngest.class,
                "--bench.webhook-secret=" + bed.keys().webhookSecret()));
    return new WebhookTarget(program, webhooks, bed, NaiveIngest.TOPIC);
  }

  private static void most(
      WebhookTarget subject, WebhookTarget ceiling, WebhookTarget naive, Plan plan, Score score) {
    List<Round> rounds = new ArrayList<>();
    for (int i = 1; i <= plan.rounds(); i++) {
      Round round =
          new Round(subject.most(plan.turn()), ceiling.most(plan.turn()), naive.most(plan.turn()));
      rounds.add(round);
      score.say(
          "  turn %d: webhook-ingest %.0f/s %.0f us, ceiling %.0f/s %.0f us, naive %.0f/s %.0f us"
              .formatted(
                  i,
                  round.subject.rate(),
                  round.subject.cpuMicros(),
                  round.ceiling.rate(),
                  round.ceiling.cpuMicros(),
                  round.naive.rate(),
                  round.naive.cpuMicros()));
    }
    report(rounds, score);
  }

  private static void report(List<Round> rounds, Score score) {
    List<String> complaints =
        rounds.stream()
            .flatMap(round -> List.of(round.subject, round.ceiling, round.naive).stream())
            .flatMap(turn -> turn.complaints().stream())
            .toList();
    score.add("W1", spread(rounds, r -> r.subject.rate() / r.ceiling.rate()), "", complaints);
    score.add(
        "W2", spread(rounds, r -> r.subject.cpuMicros() / r.ceiling.cpuMicros()), "", complaints);
    score.add("W4", spread(rounds, r -> r.subject.rate() / r.naive.rate()), "", complaints);
    score.add("W5/rate", spread(rounds, r -> r.subject.rate()), "", complaints);
    score.remark(
        ("webhooks at the most: webhook-ingest %.0f us CPU each, ceiling %.0f, naive %.0f; machine"
                + " with webhook-ingest: %s")
            .formatted(
                spread(rounds, r -> r.subject.cpuMicros()).median(),
                spread(rounds, r -> r.ceiling.cpuMicros()).median(),
                spread(rounds, r -> r.naive.cpuMicros()).median(),
                rounds.getLast().subject.shares()));
  }

  private static Spread spread(
      List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }

  private static void slowest(
      WebhookTarget subject, WebhookTarget ceiling, Plan plan, Score score) {
    double rate = SHARE_OF_MOST * ceiling.lastRate();
    List<Double> ratios = new ArrayList<>();
    List<Double> steady = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < plan.sideRounds(); i++) {
      WebhookTurn bare = ceiling.at(rate, plan.turn());
      WebhookTurn ours = subject.at(rate, plan.turn());
      WebhookTurn ofUse = subject.at(STEADY_RATE, plan.turn());
      ratios.add(ours.p99() / bare.p99());
      steady.add(ofUse.p99());
      complaints.addAll(ours.complaints());
      complaints.addAll(ofUse.complaints());
      score.say(
          "  at %.0f/s: p99 %.1f ms, the ceiling's %.1f ms; at %.0f/s %.1f ms"
              .formatted(rate, ours.p99(), bare.p99(), STEADY_RATE, ofUse.p99()));
    }
    score.add("W3", Spread.of(ratios), "at %.0f/s".formatted(rate), complaints);
    score.add("W5/p99", Spread.of(steady), "", complaints);
  }
}
