package dev.offsession.localstack.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks each part whether it serves. */
public final class Health {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * One part's answer.
   *
   * @param part its name
   * @param address where it was asked
   */
  public record PartHealth(String part, String address, boolean healthy) {}

  private Health() {}

  /** All parts of the stack, in the order in which people read them. */
  public static List<PartHealth> of(StackState state) {
    Addresses addresses = state.addresses();
    Stream<PartHealth> services =
        Stream.of(Service.values())
            .map(service -> http(service.partName(), serviceHealth(addresses, service)));
    Stream<PartHealth> parts =
        Stream.of(
            tcp("broker", addresses, Port.BROKER),
            http("registry", URI.create(addresses.registry() + "/subjects")),
            tcp("mongo", addresses, Port.MONGO),
            tcp("smtp", addresses, Port.SMTP),
            http("inbox", addresses.inbox().resolve("/api/messages")));
    Stream<PartHealth> simulator =
        state.usesTestAccount()
            ? Stream.of()
            : Stream.of(http("stripe-simulator", addresses.simulator().resolve("/_sim/clock")));
    return Stream.of(services, parts, simulator).flatMap(Function.identity()).toList();
  }

  static URI serviceHealth(Addresses addresses, Service service) {
    return URI.create(
        "http://127.0.0.1:" + service.port().on(addresses.base()) + "/actuator/health");
  }

  private static PartHealth http(String part, URI url) {
    return new PartHealth(part, url.getScheme() + "://" + url.getAuthority(), answers(url));
  }

  private static PartHealth tcp(String part, Addresses addresses, Port port) {
    int number = port.on(addresses.base());
    return new PartHealth(part, "127.0.0.1:" + number, accepts(number));
  }

  /** Whether a service that listens on this port says that it serves. */
  public static boolean serves(int port) {
    return answers(URI.create("http://127.0.0.1:" + port + "/actuator/health"));
  }

  /**
   * What a service that listens on this port says of itself, well or not; empty when it says
   * nothing.
   */
  public static String of(int port) {
    URI url = URI.create("http://127.0.0.1:" + port + "/actuator/health");
    try {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Whether a GET is answered with 200. */
  static boolean answers(URI url) {
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

  /** Whether somebody takes connections on the port. */
  static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          Math.toIntExact(PATIENCE.toMillis()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
