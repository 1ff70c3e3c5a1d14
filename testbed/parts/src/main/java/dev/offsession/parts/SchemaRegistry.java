package dev.offsession.parts;

import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Apicurio Registry in a process of its own, on 127.0.0.1 only, with its data in memory. New
 * schemas must be FULL_TRANSITIVE compatible, as in production.
 */
public final class SchemaRegistry implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final String MAIN_CLASS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ChildProcess process;
  private final int port;

  private SchemaRegistry(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a registry on free ports and waits until it serves; the folder is for its log. */
  public static SchemaRegistry start(Path directory) {
    return start(directory, Ports.free(), Ports.free());
  }

  /** The same on given ports. */
  public static SchemaRegistry start(Path directory, int port, int managementPort) {
    SchemaRegistry registry =
        launch(directory, directory.resolve("registry.log"), port, managementPort);
    try {
      registry.awaitReady();
      return registry;
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  /** Starts the process and does not wait. */
  public static SchemaRegistry launch(Path directory, Path log, int port, int managementPort) {
    List<Path> classPath = List.of(Programs.registry().resolve("quarkus-run.jar"));
    ChildProcess process =
        JavaProgram.of("registry", directory, classPath, MAIN_CLASS)
            .withJvmOptions(
                "-Xms128m",
                "-Xmx384m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dapicurio.rules.global.compatibility=FULL_TRANSITIVE")
            .withLog(log)
            .start();
    return new SchemaRegistry(process, port);
  }

  /** Waits until the registry answers. */
  public void awaitReady() {
    process.awaitReady(this::answers, START_LIMIT);
  }

  /** The process, to watch it. */
  public ChildProcess process() {
    return process;
  }

  /** Base of the Confluent-compatible API. */
  public String ccompatUrl() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  private boolean answers() {
    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(ccompatUrl() + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(subjects, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the registry", e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
