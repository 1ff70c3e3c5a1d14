package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.LocalStack;
import dev.offsession.localstack.stack.Service;
import dev.offsession.localstack.stack.StackFolders;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The services that may die: two processes of each, behind the address that the stack expects. */
public final class Fleet implements AutoCloseable {
  private static final int SIZE = 2;

  private final Map<Service, Crew> crews = new LinkedHashMap<>();
  private final List<Front> fronts = new ArrayList<>();

  /**
   * Starts them and waits until all serve.
   *
   * @param rewire changes the environment of each, such as the addresses in it
   * @param jars shared with other fleets of the same tree
   */
  public static Fleet start(
      LocalStack stack,
      StackFolders folders,
      FleetSettings settings,
      UnaryOperator<Map<String, String>> rewire,
      FleetJars jars) {
    Map<Service, JavaProgram> programs = new ConcurrentHashMap<>();
    settings.services().parallelStream()
        .forEach(service ->
            programs.put(
                service, jars.fast(service, program(stack, service, settings, rewire, jars))));
    Fleet fleet = new Fleet();
    try {
      programs.forEach((service, program) ->
          fleet.add(
              service,
              new Crew(program, folders.logs(), settings.startLimit(), SIZE),
              stack.addresses().base()));
      fleet.awaitAll();
      return fleet;
    } catch (RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private void add(Service service, Crew crew, int base) {
    crews.put(service, crew);
    fronts.add(Front.on(service.port().on(base), crew.ports()));
  }

  private static JavaProgram program(
      LocalStack stack,
      Service service,
      FleetSettings settings,
      UnaryOperator<Map<String, String>> rewire,
      FleetJars jars) {
    JavaProgram program = stack.program(service);
    Path jar = jars.jar(service, program.classPath().getFirst(), settings.failpoints());
    return new JavaProgram(
            program.name(),
            program.directory(),
            program.log(),
            List.of(jar),
            program.mainClass(),
            settings.jvmOptions(),
            program.arguments(),
            rewire.apply(program.environment()))
        .withEnvironment(settings.environment(service));
  }

  /** The processes of one service. */
  Crew crew(Service service) {
    return Optional.ofNullable(crews.get(service)).orElseThrow();
  }

  /** Starts again who died; does not wait. */
  public void tend() {
    crews.values().forEach(Crew::tend);
  }

  /** Every process that serves now. */
  public List<ChildProcess> serving() {
    return crews.values().stream().flatMap(crew -> crew.serving().stream()).toList();
  }

  /** Waits until every one serves. */
  public void awaitAll() {
    crews.values().forEach(Crew::awaitAll);
  }

  @Override
  public void close() {
    fronts.forEach(Front::close);
    crews.values().parallelStream().forEach(Crew::close);
  }
}
