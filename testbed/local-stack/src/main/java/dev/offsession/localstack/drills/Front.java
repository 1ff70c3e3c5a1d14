package dev.offsession.localstack.drills;

import dev.offsession.failpoints.WovenJar;
import dev.offsession.failpoints.runtime.Trap;
import dev.offsession.failpoints.table.Failpoints;
import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Health;
import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.Service;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StackShape;
import dev.offsession.localstack.stack.StripeSide;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Broker, registry, simulator and one webhook-ingest that may be killed and started again. */
final class Front implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final LocalStack stack;
  private final StripeSide.Simulated stripe;
  private final Path traps;
  private final Path logs;
  private final JavaProgram program;
  private final TopicIds topic;
  private int lives;
  private @Nullable ChildProcess process;

  private Front(
      LocalStack stack, StripeSide.Simulated stripe, StackFolders folders, int inFlightMax) {
    this.stack = stack;
    this.stripe = stripe;
    this.traps = folders.run().resolve("traps");
    this.logs = folders.logs();
    this.program = woven(stack.program(Service.WEBHOOK_INGEST), inFlightMax);
    this.topic = new TopicIds(stack.addresses());
  }

  /** With room for this many events on their way to Kafka. */
  static Front start(StackFolders folders, Addresses addresses, int inFlightMax) {
    StripeSide.Simulated stripe = StripeSide.Simulated.fresh();
    LocalStack stack =
        LocalStack.start(
            folders, addresses, stripe, StackShape.with(EnumSet.noneOf(Service.class)));
    try {
      Front front = new Front(stack, stripe, folders, inFlightMax);
      front.startIngest();
      return front;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private JavaProgram woven(JavaProgram original, int inFlightMax) {
    Path jar = WovenJar.weave(original.classPath().getFirst(), Failpoints.of("ingest"));
    return new JavaProgram(
            original.name(),
            original.directory(),
            original.log(),
            List.of(jar),
            original.mainClass(),
            List.of("-Xmx192m", "-D" + Trap.DIRECTORY_PROPERTY + "=" + traps.toAbsolutePath()),
            original.arguments(),
            original.environment())
        .withEnvironment(
            Map.of(
                "OFFSESSION_INGEST_BACKFILL_CALLS_PER_SECOND_MAX",
                "20",
                "OFFSESSION_INGEST_IN_FLIGHT_MAX",
                String.valueOf(inFlightMax)));
  }

  /** Starts it and waits until it serves; each of its lives has a log of its own. */
  void startIngest() {
    start(Map.of());
  }

  /** The same without a key for Stripe's API, so that nothing but webhooks brings events. */
  void startIngestWithoutBackfill() {
    start(Map.of("OFFSESSION_STRIPE_SECRET_KEY", ""));
  }

  private void start(Map<String, String> more) {
    lives++;
    ChildProcess started =
        program
            .withEnvironment(more)
            .withLog(logs.resolve("webhook-ingest.%d.log".formatted(lives)))
            .start();
    process = started;
    started.awaitReady(
        () -> Health.serves(Service.WEBHOOK_INGEST.port().on(addresses().base())), START_LIMIT);
  }

  /** As {@code kill -9} does it. */
  void killIngest() {
    if (process != null) {
      process.close();
    }
  }

  boolean ingestIsAlive() {
    return process != null && process.isAlive();
  }

  Addresses addresses() {
    return stack.addresses();
  }

  LocalStack stack() {
    return stack;
  }

  Path traps() {
    return traps;
  }

  SimulatorControl simulator() {
    return new SimulatorControl(addresses());
  }

  StripeAccount account() {
    return new StripeAccount(addresses(), stripe);
  }

  String webhookSecret() {
    return stripe.webhookSecret();
  }

  TopicIds topic() {
    return topic;
  }

  @Override
  public void close() {
    killIngest();
    topic.close();
    stack.close();
  }
}
