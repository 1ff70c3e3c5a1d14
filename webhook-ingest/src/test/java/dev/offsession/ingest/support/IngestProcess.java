package dev.offsession.ingest.support;

import dev.offsession.ingest.WebhookIngestApplication;
import dev.offsession.parts.SharedParts;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** webhook-ingest in a process of its own, where its memory can be limited and seen. */
public final class IngestProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final ChildProcess process;

  /**
   * @param folder for its files
   * @param jvmOptions such as the heap limit
   */
  public IngestProcess(Path folder, List<String> jvmOptions, String... settings) {
    ProvisionedParts.provision();
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Stream<String> needed =
        Stream.of(
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--offsession.kafka.bootstrap-servers=" + SharedParts.kafka().bootstrapServers(),
            "--offsession.schema-registry.url=" + ProvisionedParts.registryUrl(),
            "--offsession.stripe.webhook-secret=" + IngestService.SECRET);
    process =
        JavaProgram.of(
                "webhook-ingest", folder, classPath, WebhookIngestApplication.class.getName())
            .withJvmOptions(jvmOptions.toArray(String[]::new))
            .withArguments(Stream.concat(needed, Stream.of(settings)).toArray(String[]::new))
            .start();
    process.awaitReady(this::isHealthy, START_LIMIT);
  }

  public int port() {
    return port;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String log() throws IOException {
    return Files.readString(process.log());
  }

  public boolean isHealthy() {
    URI health = URI.create("http://127.0.0.1:" + port + "/actuator/health");
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Most memory that the process has had at any time, in bytes; empty where nobody tells. */
  public OptionalLong memoryPeak() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
            .findFirst()
        : OptionalLong.empty();
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
