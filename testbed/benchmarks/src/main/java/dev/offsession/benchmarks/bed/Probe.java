package dev.offsession.benchmarks.bed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks whether a program serves yet. */
public final class Probe {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Probe() {}

  /** Whether somebody takes connections on this port. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a service on this port says that it is ready. */
  public static boolean isReady(int port) {
    URI url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    try {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
