package dev.offsession.benchmarks.bed;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Port;
import dev.offsession.localstack.stack.Service;
import dev.offsession.localstack.stack.ServicePrograms;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.localstack.stack.StripeSide;
import dev.offsession.parts.KafkaBroker;
import dev.offsession.parts.SchemaRegistry;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import dev.offsession.schemas.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One running set of parts that all benchmarks share: broker, registry, store and a Stripe
 * simulator, each in a process of its own, so that none of them is in the load generator's, which
 * is this JVM.
 */
public final class Bed implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  /** A second set of addresses, of which only the simulator is used: the baselines' Stripe. */
  private static final int SECOND_BASE = 20;

  /** The profile {@code dev}, which a simulated Stripe needs, serves API descriptions too. */
  private static final Map<String, String> AS_DEPLOYED =
      Map.of("SPRINGDOC_API_DOCS_ENABLED", "false");

  private static final List<Topic> SHORT_LIVED =
      List.of(
          Topic.CHARGE_REQUESTED, Topic.CHARGE_EVENTS, Topic.STRIPE_EVENTS, Topic.PROMPT_EVENTS);

  private final StackFolders folders;
  private final Path run;
  private final Addresses addresses;
  private final List<String> moreOptions;
  private final StripeSide.Simulated keys = StripeSide.Simulated.fresh();
  private final Deque<AutoCloseable> closeables = new ArrayDeque<>();
  private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();
  private final Map<Service, String> caches = new EnumMap<>(Service.class);

  private Bed(StackFolders folders, Addresses addresses, List<String> moreOptions) {
    this.folders = folders;
    this.moreOptions = List.copyOf(moreOptions);
    this.run = folders.dev().resolve("bench").resolve("run-" + addresses.base());
    this.addresses = addresses;
  }

  /**
   * Starts all parts, with topics and schemas; everything ends with this JVM.
   *
   * @param moreOptions JVM options of what is measured, such as those of a profiler; {@code %n} is
   *     the program's name
   */
  public static Bed start(StackFolders folders, Addresses addresses, List<String> moreOptions) {
    Bed bed = new Bed(folders, addresses, moreOptions);
    bed.startFresh();
    Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
    try {
      bed.startParts();
      return bed;
    } catch (RuntimeException e) {
      bed.close();
      throw e;
    }
  }

  private void startFresh() {
    StackFolders.deleteAll(run);
    try {
      Files.createDirectories(run.resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startParts() {
    int base = addresses.base();
    KafkaBroker broker =
        KafkaBroker.launch(
            run.resolve("broker"),
            log("broker"),
            Port.BROKER.on(base),
            Port.CONTROLLER.on(base),
            JvmOptions.part("512m"));
    adopt(broker, broker.process());
    SchemaRegistry registry =
        SchemaRegistry.launch(
            run.resolve("registry"),
            log("registry"),
            Port.REGISTRY.on(base),
            Port.REGISTRY_MANAGEMENT.on(base));
    adopt(registry, registry.process());
    store();
    simulator("stripe", addresses);
    broker.awaitReady();
    registry.awaitReady();
    provision();
  }

  private void store() {
    int port = Port.MONGO.on(addresses.base());
    start(
        program("store", StoreMain.class)
            .withArguments(Integer.toString(port))
            .withJvmOptions(JvmOptions.part("3g")),
        port);
  }

  /** The Stripe that the baselines talk to, so that their calls take nothing from the subject's. */
  public Stripe startSecondStripe() {
    Addresses second = secondAddresses();
    if (!processes.containsKey("stripe-2")) {
      simulator("stripe-2", second);
    }
    return new Stripe(second.simulator());
  }

  /** Addresses of which only the second simulator's is anybody's. */
  public Addresses secondAddresses() {
    return new Addresses(addresses.base() + SECOND_BASE);
  }

  private void simulator(String name, Addresses at) {
    int port = Port.SIMULATOR.on(at.base());
    start(
        JavaProgram.of(
                name,
                run.resolve(name),
                OwnClassPath.paths(),
                "dev.offsession.simulator.SimulatorMain")
            .withLog(log(name))
            .withEnvironment(Map.of("SIMULATOR_PORT", Integer.toString(port)))
            .withJvmOptions(JvmOptions.part("1500m")),
        port);
  }

  private void start(JavaProgram program, int port) {
    ChildProcess process = program.start();
    adopt(process, process);
    process.awaitReady(() -> Probe.accepts(port), LIMIT);
  }

  private void adopt(AutoCloseable part, ChildProcess process) {
    closeables.push(part);
    processes.put(process.name(), process.handle());
  }

  private void provision() {
    Map<String, Object> admin =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.kafka());
    RegistrySettings registry =
        new RegistrySettings(addresses.registry(), "", false, Duration.ofSeconds(5), LIMIT);
    new Provisioner(admin, registry, new ProvisioningProperties(Optional.empty(), LIMIT))
        .provision();
  }

  /** Where the parts are. */
  public Addresses addresses() {
    return addresses;
  }

  /** The source tree. */
  public Path root() {
    return folders.root();
  }

  /** The simulator's control. */
  public Stripe stripe() {
    return new Stripe(addresses.simulator());
  }

  /** Keys of the simulated account; its webhook secret too. */
  public StripeSide.Simulated keys() {
    return keys;
  }

  /** Topics, offsets, groups. */
  public Topics topics() {
    return new Topics(addresses.kafka());
  }

  /**
   * Drops what earlier benchmarks published: a service that starts next has it all before it, and
   * would be measured while it works through hundreds of thousands of old webhooks.
   */
  public void forgetRecords() {
    SHORT_LIVED.forEach(topic -> topics().empty(topic.topicName()));
  }

  /** The store. */
  public Store store(String database) {
    return new Store(addresses.mongo(), database);
  }

  /** The parts' processes by name. */
  public Map<String, ProcessHandle> processes() {
    return Map.copyOf(processes);
  }

  /** From now on the service starts with this option, which names its cache. */
  public void startFrom(Service service, String cacheOption) {
    caches.put(service, cacheOption);
  }

  /** A service as it is deployed, with this bed's settings and the options of what is measured. */
  public JavaProgram service(Service service) {
    JavaProgram program = new ServicePrograms(folders, addresses, keys).of(service);
    String name = program.name();
    return new JavaProgram(
            name,
            run.resolve(name),
            log(name),
            program.classPath(),
            program.mainClass(),
            program.jvmOptions(),
            program.arguments(),
            program.environment())
        .withEnvironment(JvmOptions.MALLOC)
        .withEnvironment(AS_DEPLOYED)
        .withJvmOptions(measured(name, Optional.ofNullable(caches.get(service))));
  }

  /** A program of this module, with the options of what is measured. */
  public JavaProgram program(String name, Class<?> main) {
    return JavaProgram.of(name, run.resolve(name), OwnClassPath.paths(), main.getName())
        .withLog(log(name))
        .withEnvironment(JvmOptions.MALLOC)
        .withJvmOptions(measured(name, Optional.empty()));
  }

  private String[] measured(String name, Optional<String> cacheOption) {
    List<String> options = new ArrayList<>(List.of(JvmOptions.measured()));
    cacheOption.ifPresent(options::add);
    moreOptions.forEach(option -> options.add(option.replace("%n", name)));
    return options.toArray(String[]::new);
  }

  private Path log(String name) {
    return run.resolve("logs").resolve(name + ".log");
  }

  @Override
  public synchronized void close() {
    while (!closeables.isEmpty()) {
      close(closeables.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException("A part did not close", e);
    }
  }
}
