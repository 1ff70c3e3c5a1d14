package dev.offsession.ingest.webhooks;

import static dev.offsession.ingest.webhooks.Intake.NO_ROOM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.signature.Signing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

class WebhookIntakeTest {

  private static final String SECRET = "whsec_one";
  private static final Timer TIMER = new HashedWheelTimer();

  @AfterAll
  static void stopTheTimer() {
    TIMER.stop();
  }

  private final FakeStripeEventPublisher publisher = new FakeStripeEventPublisher();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final WebhookIntake intake = intake(10, new MockEnvironment());

  @Test
  void publishesAndCounts() {
    assertThat(take("evt_1")).isEqualTo(Intake.PUBLISHED);

    assertThat(publisher.published).containsExactly("evt_1");
    assertThat(
            meters
                .timer("offsession.webhooks", "endpoint", "default", "outcome", "PUBLISHED")
                .count())
        .isEqualTo(1);
  }

  @Nested
  class Duplicates {

    @Test
    void areDroppedOnceTheFirstIsPublished() {
      take("evt_1");

      assertThat(take("evt_1")).isEqualTo(Intake.DUPLICATE);
      assertThat(publisher.published).containsExactly("evt_1");
    }

    @Test
    void ofAFailedPublishArePublished() {
      publisher.next = CompletableFuture.failedFuture(new IllegalStateException("Kafka is down"));
      assertThat(take("evt_1")).isEqualTo(Intake.NOT_NOW);

      publisher.next = CompletableFuture.completedFuture(null);
      assertThat(take("evt_1")).isEqualTo(Intake.PUBLISHED);
    }

    @Test
    void waitForTheFirstThatIsUnderWayAndPublishNothing() {
      publisher.next = new CompletableFuture<>();
      CompletableFuture<Intake> first = begin(intake, "evt_1");
      CompletableFuture<Intake> second = begin(intake, "evt_1");
      await().until(() -> !publisher.published.isEmpty());
      assertThat(second).as("no 2xx before Kafka has it").isNotDone();

      publisher.next.complete(null);

      assertThat(first.join()).isEqualTo(Intake.PUBLISHED);
      assertThat(second.join()).isEqualTo(Intake.DUPLICATE);
      assertThat(publisher.published).containsExactly("evt_1");
    }

    @Test
    void ofOneThatFailsUnderWayAreNotTakenEither() {
      publisher.next = new CompletableFuture<>();
      CompletableFuture<Intake> first = begin(intake, "evt_1");
      CompletableFuture<Intake> second = begin(intake, "evt_1");
      await().until(() -> !publisher.published.isEmpty());

      publisher.next.completeExceptionally(new IllegalStateException("Kafka is down"));

      assertThat(first.join()).isEqualTo(Intake.NOT_NOW);
      assertThat(second.join()).isEqualTo(Intake.NOT_NOW);
    }

    @Test
    void doNotWaitForEverForAPublishThatThrew() {
      publisher.fails = true;
      assertThat(take("evt_1")).isEqualTo(Intake.NOT_NOW);

      publisher.fails = false;
      assertThat(take("evt_1")).isEqualTo(Intake.PUBLISHED);
      assertThat(intake.freePlaces()).isEqualTo(10);
    }

    @Test
    void thatComeAllAtOnceArePublishedOnce() {
      List<CompletableFuture<Intake>> copies =
          IntStream.range(0, 400).parallel().mapToObj(i -> begin(intake, "evt_" + i % 4)).toList();

      assertThat(copies.stream().map(CompletableFuture::join))
          .containsOnly(Intake.PUBLISHED, Intake.DUPLICATE);
      assertThat(publisher.published).containsExactlyInAnyOrder("evt_0", "evt_1", "evt_2", "evt_3");
    }

    @Test
    void areForgottenBeyondTheLimit() {
      for (int i = 0; i <= 10; i++) {
        take("evt_" + i);
      }

      assertThat(take("evt_0")).isEqualTo(Intake.PUBLISHED);
      assertThat(take("evt_10")).isEqualTo(Intake.DUPLICATE);
    }
  }

  @Test
  void givesUpWaitingForKafkaInTime() {
    publisher.next = new CompletableFuture<>();

    assertThat(take("evt_1")).isEqualTo(Intake.NOT_NOW);
  }

  @Test
  void turnsAwayMoreThanItCanHold() {
    publisher.next = new CompletableFuture<>();
    WebhookIntake small = intake(1, new MockEnvironment());
    CompletableFuture<Intake> first = begin(small, "evt_1");

    assertThat(begin(small, "evt_2")).isCompletedWithValue(NO_ROOM);
    assertThat(begin(small, "evt_2")).as("it is not under way").isCompletedWithValue(NO_ROOM);

    await().until(() -> publisher.published.size() == 1);
    publisher.next.complete(null);
    assertThat(first.join()).isEqualTo(Intake.PUBLISHED);
    assertThat(begin(small, "evt_2").join()).isEqualTo(Intake.PUBLISHED);
    assertThat(publisher.published).containsExactly("evt_1", "evt_2");
  }

  @Nested
  class WhileKafkaIsAway {

    @Test
    void answersWithinItsBudgetAlsoWhenThePublishItselfBlocks() {
      publisher.blocks = true;

      long start = System.nanoTime();
      assertThat(take("evt_1")).isEqualTo(Intake.NOT_NOW);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      publisher.release.countDown();
    }

    @Test
    void keepsThePlaceUntilKafkaIsDoneSoThatNothingPilesUp() {
      publisher.next = new CompletableFuture<>();
      WebhookIntake small = intake(1, new MockEnvironment());
      assertThat(take(small, "default", event("evt_1", false, "null"))).isEqualTo(Intake.NOT_NOW);

      assertThat(take(small, "default", event("evt_2", false, "null"))).isEqualTo(NO_ROOM);
      assertThat(publisher.published).as("evt_2 is turned away").containsExactly("evt_1");

      publisher.next.completeExceptionally(new IllegalStateException("gone"));
      publisher.next = CompletableFuture.completedFuture(null);
      assertThat(take(small, "default", event("evt_2", false, "null"))).isEqualTo(Intake.PUBLISHED);
    }

    @Test
    void turnsAwayWithinFiveMilliseconds() {
      publisher.next = new CompletableFuture<>();
      WebhookIntake small = intake(1, new MockEnvironment());
      CompletableFuture<Intake> first = begin(small, "evt_1");
      byte[] body = event("evt_2", false, "null");
      String signature = Signing.header(SECRET, body);

      long[] nanos =
          IntStream.range(0, 1000)
              .mapToLong(_ -> {
                long start = System.nanoTime();
                assertThat(small.take("default", signature, body)).isCompletedWithValue(NO_ROOM);
                return System.nanoTime() - start;
              })
              .sorted()
              .toArray();

      assertThat(Duration.ofNanos(nanos[950])).isLessThan(Duration.ofMillis(5));
      assertThat(first.join()).isEqualTo(Intake.NOT_NOW);
    }

    @Test
    void remembersWhatKafkaTookAfterStripeHadItsAnswer() {
      publisher.next = new CompletableFuture<>();
      assertThat(take("evt_1")).isEqualTo(Intake.NOT_NOW);

      publisher.next.complete(null);

      assertThat(take("evt_1")).isEqualTo(Intake.DUPLICATE);
    }
  }

  @Test
  void countsWhyAWebhookIsToComeAgain() {
    publisher.next = new CompletableFuture<>();
    WebhookIntake small = intake(1, new MockEnvironment());
    CompletableFuture<Intake> first = begin(small, "evt_1");
    assertThat(begin(small, "evt_2").join()).isEqualTo(NO_ROOM);
    assertThat(first.join()).isEqualTo(Intake.NOT_NOW);

    assertThat(refused("NO_ROOM")).isEqualTo(1);
    assertThat(refused("NOT_NOW")).isEqualTo(1);
  }

  @Test
  void countsWhyAWebhookIsRefused() {
    byte[] body = event("evt_1", false, "null");
    byte[] thin = "{\"id\":\"evt_1\",\"object\":\"v2.core.event\"}".getBytes(UTF_8);
    assertThat(intake.take("default", null, body)).isCompletedWithValue(Intake.FORGED);
    assertThat(intake.take("default", "t=abc", body)).isCompletedWithValue(Intake.FORGED);
    assertThat(intake.take("default", Signing.header("whsec_other", body), body))
        .isCompletedWithValue(Intake.FORGED);
    take(intake, "default", thin);
    take(intake, "default", event("evt_1", true, "null"));
    take(intake, "default", event("evt_1", false, "\"acct_9\""));

    assertThat(
            List.of(
                "ABSENT",
                "MALFORMED",
                "WRONG_SIGNATURE",
                "THIN_EVENT",
                "OTHER_MODE",
                "OTHER_ACCOUNT"))
        .allSatisfy(reason -> assertThat(refused(reason)).as(reason).isEqualTo(1));
  }

  private double refused(String reason) {
    return meters
        .counter("offsession.webhooks.refused", "endpoint", "default", "reason", reason)
        .count();
  }

  @Nested
  class ModesAndAccounts {

    @Test
    void refusesALiveEventOnATestStartAndTheReverse() {
      MockEnvironment live = new MockEnvironment();
      live.setActiveProfiles("live");

      assertThat(take(intake, "default", event("evt_1", true, "null")))
          .isEqualTo(Intake.MISDIRECTED);
      assertThat(take(intake(10, live), "default", event("evt_1", false, "null")))
          .isEqualTo(Intake.MISDIRECTED);
      assertThat(take(intake(10, live), "default", event("evt_1", true, "null")))
          .isEqualTo(Intake.PUBLISHED);
    }

    @Test
    void refusesAConnectedAccountsEventOnTheAccountsOwnEndpoint() {
      assertThat(take(intake, "default", event("evt_1", false, "\"acct_2\"")))
          .isEqualTo(Intake.MISDIRECTED);
      assertThat(publisher.published).isEmpty();
    }

    @Test
    void takesEachAccountOnItsOwnEndpointOnly() {
      assertThat(take(intake, "branch", event("evt_1", false, "\"acct_2\"")))
          .isEqualTo(Intake.PUBLISHED);
      assertThat(take(intake, "branch", event("evt_2", false, "\"acct_3\"")))
          .isEqualTo(Intake.MISDIRECTED);
      assertThat(take(intake, "branch", event("evt_3", false, "null")))
          .isEqualTo(Intake.MISDIRECTED);
    }

    @Test
    void knowsOnlyConfiguredEndpoints() {
      assertThat(take(intake, "other", event("evt_1", false, "null")))
          .isEqualTo(Intake.UNKNOWN_ENDPOINT);
    }
  }

  private Intake take(String eventId) {
    return take(intake, "default", event(eventId, false, "null"));
  }

  private static Intake take(WebhookIntake intake, String endpoint, byte[] body) {
    return intake.take(endpoint, Signing.header(SECRET, body), body).join();
  }

  private static CompletableFuture<Intake> begin(WebhookIntake intake, String eventId) {
    byte[] body = event(eventId, false, "null");
    return intake.take("default", Signing.header(SECRET, body), body);
  }

  private static byte[] event(String id, boolean livemode, String account) {
    return """
    {"id":"%s","object":"event","type":"payment_intent.succeeded","livemode":%s,"created":1,
     "account":%s,"data":{"object":{"id":"pi_1","object":"payment_intent"}}}
    """
        .formatted(id, livemode, account)
        .getBytes(UTF_8);
  }

  private WebhookIntake intake(int limit, MockEnvironment environment) {
    environment.setProperty("offsession.stripe.webhook-secret", SECRET);
    var branch = new IngestProperties.Endpoint(SECRET, Optional.of("acct_2"));
    var properties =
        new IngestProperties(
            Map.of("branch", branch),
            DataSize.ofKilobytes(512),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            Duration.ofMillis(700),
            Duration.ofSeconds(1),
            limit,
            10,
            Duration.ofSeconds(1),
            Optional.empty(),
            List.of("*"));
    return new WebhookIntake(
        new Endpoints(properties, environment),
        publisher,
        properties,
        meters,
        Clock.systemUTC(),
        TIMER);
  }

  /** Answers as told, and remembers what it was given. */
  private static final class FakeStripeEventPublisher implements StripeEventPublisher {
    final List<String> published = new CopyOnWriteArrayList<>();
    final CountDownLatch release = new CountDownLatch(1);
    volatile boolean fails;
    volatile CompletableFuture<Void> next = CompletableFuture.completedFuture(null);
    volatile boolean blocks;

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void prepare(ReceivedEvent sample) {}

    @Override
    public CompletableFuture<Void> publish(
        String endpoint, ReceivedEvent event, Instant receivedAt, Source source) {
      published.add(event.id());
      if (blocks) {
        await(release);
      }
      if (fails) {
        throw new IllegalStateException("it should not");
      }
      return next;
    }
  }
}
