package dev.offsession.ingest.webhooks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.ingest.support.IngestService;
import dev.offsession.ingest.support.StripeEventsTopic;
import dev.offsession.parts.SharedParts;
import dev.offsession.schemas.StripeEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two instances side by side, whose signing secrets lie in a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesIT {

  private Path folder = Path.of("none");
  private IngestService one;
  private IngestService two;

  @BeforeAll
  void start(@TempDir Path given) throws Exception {
    folder = given;
    write("whsec_old");
    String[] settings = {
      "--offsession.stripe.webhook-secret=file:" + folder.resolve("secret"),
      "--offsession.ingest.secret-reload=50ms"
    };
    one = new IngestService(settings);
    two = new IngestService(settings);
  }

  @AfterAll
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void letReadersSeeEachEventOnceThatIsSentTwiceToBoth() throws Exception {
    write("whsec_old");
    String run = UUID.randomUUID().toString();
    List<String> ids = IntStream.range(0, 100).mapToObj(i -> "evt_" + run + "_" + i).toList();
    Awaitility.await().until(() -> one.send("evt_" + run + "_0", "whsec_old") == 200);

    List<Integer> answers =
        Stream.of(one, two, one, two)
            .parallel()
            .flatMap(instance -> ids.stream().map(id -> instance.send(id, "whsec_old")))
            .toList();

    assertThat(answers).hasSize(400).containsOnly(200);
    List<String> onTopic = eventsOf(run);
    assertThat(onTopic.stream().distinct()).as("none is lost").hasSize(100);
    assertThat(onTopic.size()).as("most duplicates are dropped").isBetween(100, 400);
  }

  @Test
  void refuseNothingWhileTheSecretRotatesUnderLoad() throws Exception {
    var signedWith = new AtomicReference<>("whsec_old");
    var stop = new AtomicBoolean();
    var sent = new AtomicInteger();
    var refused = new AtomicInteger();
    String run = UUID.randomUUID().toString();
    write("whsec_old");
    Awaitility.await().until(() -> one.send("evt_" + run, "whsec_old") == 200);
    Awaitility.await().until(() -> two.send("evt_" + run, "whsec_old") == 200);
    Thread stripe =
        Thread.ofVirtual()
            .start(() -> {
              while (!stop.get()) {
                IngestService instance = sent.get() % 2 == 0 ? one : two;
                String id = "evt_" + run + "_" + sent.get();
                int status = instance.send(id, requireNonNull(signedWith.get()));
                refused.addAndGet(status == 200 ? 0 : 1);
                sent.incrementAndGet();
              }
            });

    for (int i = 0; i < 4; i++) {
      String next = i % 2 == 0 ? "whsec_new" : "whsec_old";
      write("whsec_old,whsec_new");
      Awaitility.await().until(() -> one.send("evt_" + run, next) == 200);
      Awaitility.await().until(() -> two.send("evt_" + run, next) == 200);
      signedWith.set(next);
      int seen = sent.get();
      Awaitility.await().until(() -> sent.get() > seen + 20);
      write(next);
    }
    stop.set(true);
    stripe.join();

    assertThat(refused.get()).isZero();
    assertThat(eventsOf(run).stream().distinct().count()).isEqualTo(sent.get() + 1);
  }

  private static List<String> eventsOf(String run) {
    return StripeEventsTopic.readAll(SharedParts.kafka().bootstrapServers()).stream()
        .map(StripeEvent::getEventId)
        .filter(id -> id.contains(run))
        .toList();
  }

  private void write(String secrets) throws Exception {
    Path next = Files.writeString(folder.resolve("next"), secrets);
    Files.move(next, folder.resolve("secret"), StandardCopyOption.REPLACE_EXISTING);
  }
}
