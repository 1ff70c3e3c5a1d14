package dev.offsession.localstack.stack;

import dev.offsession.localstack.inbox.Inbox;
import dev.offsession.parts.MongoStandIn;
import dev.offsession.parts.SchemaRegistry;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.PartFailedException;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * A whole Offsession on this machine: real broker and registry, MongoDB stand-in, mail, the Stripe
 * simulator and the four services, each started fresh. What runs in processes of its own ends with
 * this JVM, whatever ends it.
 */
public final class LocalStack implements AutoCloseable {
  private static final Duration SERVICE_LIMIT = Duration.ofMinutes(2);
  private static final Duration PROVISIONING_LIMIT = Duration.ofSeconds(60);

  private final StackFolders folders;
  private final Addresses addresses;
  private final StripeSide stripe;
  private final StackShape shape;
  private final Brokers brokers;
  private final StartTimes times = new StartTimes();
  private final ConcurrentLinkedDeque<ChildProcess> processes = new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedDeque<AutoCloseable> inside = new ConcurrentLinkedDeque<>();
  private volatile boolean closing;

  private LocalStack(
      StackFolders folders, Addresses addresses, StripeSide stripe, StackShape shape) {
    this.folders = folders;
    this.addresses = addresses;
    this.stripe = stripe;
    this.shape = shape;
    this.brokers = new Brokers(folders, addresses, shape.brokers());
  }

  /**
   * Starts everything and returns when all of it serves. Should this JVM end before that, by Ctrl-C
   * or otherwise, what was started ends too.
   *
   * @throws PortConflictException when a port is taken
   * @throws PartFailedException when a part does not come up; nothing is left running
   */
  public static LocalStack start(StackFolders folders, Addresses addresses, StripeSide stripe) {
    return start(folders, addresses, stripe, StackShape.whole());
  }

  /** The same in another shape. */
  public static LocalStack start(
      StackFolders folders, Addresses addresses, StripeSide stripe, StackShape shape) {
    PortConflictException.check(addresses.base());
    List.of(Service.values()).forEach(service -> service.jar(folders.root()));
    LocalStack stack = new LocalStack(folders, addresses, stripe, shape);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    try {
      stack.start();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void start() {
    folders.startFresh();
    CompletableFuture<?> parts = all(this::broker, this::registry, this::inside, this::simulator);
    Map<Service, CompletableFuture<JavaProgram>> programs = new EnumMap<>(Service.class);
    for (Service service : shape.services()) {
      programs.put(service, async(() -> new ServiceJars(folders).program(service)));
    }
    join(parts);
    times.measure("topics and schemas", this::provision);
    times.measure("services", () -> services(programs));
    StackState.ofThisProcess(addresses.base(), stripe).write(folders.state());
  }

  private void broker() {
    times.measure("broker", brokers::start);
    brokers.processes().forEach(processes::add);
  }

  /** The Kafka of this stack, to take brokers away from it. */
  public Brokers brokers() {
    return brokers;
  }

  private void registry() {
    int base = addresses.base();
    SchemaRegistry registry =
        SchemaRegistry.launch(
            folders.run().resolve("registry"),
            folders.log("registry"),
            Port.REGISTRY.on(base),
            Port.REGISTRY_MANAGEMENT.on(base));
    processes.add(registry.process());
    times.measure("registry", registry::awaitReady);
  }

  private void inside() {
    inside.add(MongoStandIn.start(Port.MONGO.on(addresses.base())));
    inside.add(Inbox.start(Port.SMTP.on(addresses.base()), Port.INBOX.on(addresses.base())));
  }

  private void simulator() {
    if (stripe instanceof StripeSide.Simulated simulated) {
      JavaProgram program =
          SimulatorProgram.of(folders, addresses, simulated)
              .withJvmOptions("-Xmx%dm".formatted(shape.simulatorHeapMb()));
      ChildProcess process = run(program);
      times.measure(
          "simulator",
          () ->
              process.awaitReady(
                  () -> Health.accepts(Port.SIMULATOR.on(addresses.base())), SERVICE_LIMIT));
    }
  }

  private void provision() {
    Map<String, Object> admin =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka());
    RegistrySettings registry =
        new RegistrySettings(
            addresses.registry(), "", false, Duration.ofSeconds(5), PROVISIONING_LIMIT);
    new Provisioner(
            admin, registry, new ProvisioningProperties(Optional.empty(), PROVISIONING_LIMIT))
        .provision();
  }

  private void services(Map<Service, CompletableFuture<JavaProgram>> programs) {
    ServiceSettings settings = new ServiceSettings(addresses, stripe);
    List<CompletableFuture<Boolean>> starting = new ArrayList<>();
    programs.forEach((service, program) -> {
      ChildProcess process =
          run(join(program).withEnvironment(settings.of(service)).withJvmOptions("-Xmx256m"));
      starting.add(async(() -> awaitHealth(service, process)));
    });
    join(all(starting));
  }

  /** A service with this stack's settings, not started. */
  public JavaProgram program(Service service) {
    return new ServiceJars(folders)
        .program(service)
        .withEnvironment(new ServiceSettings(addresses, stripe).of(service));
  }

  private boolean awaitHealth(Service service, ChildProcess process) {
    process.awaitReady(
        () -> Health.answers(Health.serviceHealth(addresses, service)), SERVICE_LIMIT);
    return true;
  }

  /** Process id of the Stripe simulator; 0 with a real account. */
  public long simulatorPid() {
    return processes.stream()
        .filter(process -> process.name().equals(Port.SIMULATOR.part()))
        .mapToLong(ChildProcess::pid)
        .findFirst()
        .orElse(0);
  }

  private ChildProcess run(JavaProgram program) {
    ChildProcess process = program.start();
    processes.add(process);
    return process;
  }

  /** Where everything is. */
  public Addresses addresses() {
    return addresses;
  }

  /** Which Stripe it talks to. */
  public StripeSide stripe() {
    return stripe;
  }

  /** How long each part took. */
  public StartTimes times() {
    return times;
  }

  /** Blocks until a part ends by itself, and throws with the end of its log; returns if closed. */
  public void awaitFailure() {
    CompletableFuture<?> first =
        CompletableFuture.anyOf(
            processes.stream()
                .map(process -> process.handle().onExit().thenApply(_ -> process))
                .toArray(CompletableFuture<?>[]::new));
    // No limit: a healthy stack runs until somebody stops it.
    if (first.join() instanceof ChildProcess process && !closing) {
      throw process.failed("ended by itself");
    }
  }

  /** Ends everything and removes the data; the logs stay until the next start. */
  @Override
  public synchronized void close() {
    closing = true;
    brokers.close();
    processes.parallelStream().forEach(ChildProcess::close);
    inside.forEach(LocalStack::closeQuietly);
    inside.clear();
    folders.state().toFile().delete();
    StackFolders.deleteAll(folders.run().resolve("registry"));
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("A part did not close: " + e);
    }
  }

  /** Completes when all have, or as soon as one has failed. */
  private static CompletableFuture<?> all(List<? extends CompletableFuture<?>> tasks) {
    CompletableFuture<Object> firstFailure = new CompletableFuture<>();
    CompletableFuture<?>[] watched =
        tasks.stream()
            .map(task -> task.whenComplete((_, failure) -> pass(failure, firstFailure)))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.anyOf(CompletableFuture.allOf(watched), firstFailure);
  }

  private static void pass(@Nullable Throwable failure, CompletableFuture<Object> to) {
    if (failure != null) {
      to.completeExceptionally(failure);
    }
  }

  private static CompletableFuture<?> all(Runnable... tasks) {
    return all(
        Stream.of(tasks)
            .map(task -> CompletableFuture.runAsync(task, LocalStack::onOwnThread))
            .toList());
  }

  private static <T> CompletableFuture<T> async(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, LocalStack::onOwnThread);
  }

  private static void onOwnThread(Runnable task) {
    Thread.ofVirtual().start(task);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.orTimeout(5, TimeUnit.MINUTES).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
