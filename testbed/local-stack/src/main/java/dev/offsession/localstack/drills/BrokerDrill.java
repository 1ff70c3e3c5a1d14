package dev.offsession.localstack.drills;

import dev.offsession.localstack.drills.Sender.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The only broker is away for a while and webhooks keep coming. What was acknowledged is on the
 * topic, what was not was refused soon, and all of it is taken when Stripe sends it again.
 *
 * @param outage how long
 * @param perSecond how many webhooks come
 */
record BrokerDrill(Duration outage, int perSecond) implements WebhookDrill {

  private static final int BROKER = 1;
  private static final Duration BEFORE = Duration.ofSeconds(5);
  private static final Duration AFTER = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int ROUNDS_MAX = 20;

  /** Two seconds are promised; the rest is for a machine on which everything shares two cores. */
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(3);

  /** A refusal that did not wait for Kafka. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final Duration AT_ONCE_MEDIAN = Duration.ofMillis(100);

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public String promise() {
    return "the broker is away for %d s at %d webhooks/s: nothing acknowledged is lost, refused fast"
        .formatted(outage.toSeconds(), perSecond);
  }

  @Override
  public Findings play(Front front) {
    List<String> remarks = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (Sender sender = new Sender(front.addresses().webhookEndpoint(), front.webhookSecret())) {
      sender.send(perSecond, BEFORE);
      // Not on the common pool: the HTTP client hands out its answers there.
      CompletableFuture<Long> back =
          CompletableFuture.supplyAsync(
              () -> takeBrokerAway(front), task -> Thread.ofPlatform().start(task));
      sender.send(perSecond, outage.plus(AFTER));
      long backAt = back.join();
      List<Answer> answers = sender.answers();
      judgeRefusals(answers, remarks, complaints);
      remarks.add(recovery(answers, backAt));
      resendUntilAllAreTaken(sender, remarks, complaints);
      judgeTopic(front, sender.answers(), remarks, complaints);
    }
    return new Findings(remarks, complaints);
  }

  private long takeBrokerAway(Front front) {
    front.stack().brokers().kill(BROKER);
    Waiting.pause(outage);
    front.stack().brokers().restart(BROKER);
    return System.nanoTime();
  }

  private static void judgeRefusals(
      List<Answer> answers, List<String> remarks, List<String> complaints) {
    List<Answer> refused = answers.stream().filter(a -> a.status() == 503).toList();
    long others = answers.stream().filter(a -> !a.acknowledged()).count() - refused.size();
    Duration slowest = percentile(refused, 1);
    List<Answer> atOnce = refused.stream().filter(a -> a.took().compareTo(AT_ONCE) < 0).toList();
    remarks.add(
        "%d sent, %d acknowledged, %d refused, %d else; refusals p99 %s, slowest %s"
            .formatted(
                answers.size(),
                answers.size() - refused.size() - others,
                refused.size(),
                others,
                millis(percentile(refused, 0.99)),
                millis(slowest)));
    remarks.add(
        "%d of them for want of room: p50 %s, p99 %s"
            .formatted(
                atOnce.size(), millis(percentile(atOnce, 0.5)), millis(percentile(atOnce, 0.99))));
    if (others > 0) {
      complaints.add(others + " webhooks had neither 200 nor 503");
    }
    if (refused.isEmpty() || atOnce.isEmpty()) {
      complaints.add("nothing was refused");
    }
    if (percentile(refused, 0.99).compareTo(REFUSED_WITHIN) > 0) {
      complaints.add("refusals took " + millis(percentile(refused, 0.99)));
    }
    if (percentile(atOnce, 0.5).compareTo(AT_ONCE_MEDIAN) > 0) {
      complaints.add("turning away took " + millis(percentile(atOnce, 0.5)));
    }
  }

  private static String recovery(List<Answer> answers, long backAt) {
    return answers.stream()
        .filter(Answer::acknowledged)
        .mapToLong(a -> a.sentAt() + a.took().toNanos() - backAt)
        .filter(nanos -> nanos > 0)
        .min()
        .stream()
        .mapToObj(nanos -> "first taken %s after it was back".formatted(millis(nanos)))
        .findFirst()
        .orElse("none taken before webhooks were sent again");
  }

  private void resendUntilAllAreTaken(
      Sender sender, List<String> remarks, List<String> complaints) {
    long begin = System.nanoTime();
    int rounds = 0;
    List<String> open = notAcknowledged(sender.answers());
    int first = open.size();
    while (!open.isEmpty() && rounds < ROUNDS_MAX) {
      rounds++;
      sender.sendAgain(perSecond, open);
      open = notAcknowledged(sender.answers());
    }
    remarks.add(
        "%d sent again, all taken after %s in %d rounds"
            .formatted(first, millis(System.nanoTime() - begin), rounds));
    if (!open.isEmpty()) {
      complaints.add(open.size() + " events were never taken");
    }
  }

  private static void judgeTopic(
      Front front, List<Answer> answers, List<String> remarks, List<String> complaints) {
    Set<String> acknowledged = new HashSet<>();
    answers.stream().filter(Answer::acknowledged).forEach(a -> acknowledged.add(a.eventId()));
    boolean all = Waiting.until(() -> front.topic().distinct().containsAll(acknowledged), LIMIT);
    remarks.add(
        "%d acknowledged events, %d records of them"
            .formatted(acknowledged.size(), front.topic().copies(acknowledged)));
    if (!all) {
      acknowledged.removeAll(front.topic().distinct());
      complaints.add(acknowledged.size() + " acknowledged events are not on the topic");
    }
  }

  private static List<String> notAcknowledged(List<Answer> answers) {
    Set<String> open = new HashSet<>();
    answers.forEach(a -> open.add(a.eventId()));
    answers.stream().filter(Answer::acknowledged).forEach(a -> open.remove(a.eventId()));
    return List.copyOf(open);
  }

  private static Duration percentile(List<Answer> answers, double share) {
    long[] nanos = answers.stream().mapToLong(a -> a.took().toNanos()).sorted().toArray();
    return nanos.length == 0
        ? Duration.ZERO
        : Duration.ofNanos(nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))]);
  }

  private static String millis(Duration time) {
    return millis(time.toNanos());
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }
}
