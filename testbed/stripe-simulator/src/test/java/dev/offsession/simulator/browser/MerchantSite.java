package dev.offsession.simulator.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A merchant's page on an origin of its own, with a CSP as strict as production's: no inline
 * script, no inline style, and nothing from elsewhere but the simulator.
 */
final class MerchantSite implements AutoCloseable {

  private static final String STYLE =
      "body{margin:0;padding:16px;font:16px system-ui,sans-serif}main{max-width:520px;margin:auto}";

  private final HttpServer server;
  private final URI simulator;

  MerchantSite(URI simulator) throws IOException {
    this.simulator = simulator;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param automaticAnswer "complete" or "fail" lets every challenge answer itself; empty: a person
   *     decides
   */
  URI page(String automaticAnswer) {
    return origin().resolve(automaticAnswer.isEmpty() ? "/" : "/?auto=" + automaticAnswer);
  }

  URI origin() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean isStyle = exchange.getRequestURI().getPath().equals("/page.css");
    byte[] body = (isStyle ? STYLE : pageFor(exchange.getRequestURI())).getBytes(UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", isStyle ? "text/css" : "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", policy());
    headers.set("Referrer-Policy", "no-referrer");
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String pageFor(URI request) {
    String query = request.getQuery();
    boolean automatic = query != null && query.startsWith("auto=");
    return """
    <!doctype html>
    <html lang="en">
    <head>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sakura Books</title>
      <link rel="stylesheet" href="/page.css">
      <script src="%s"></script>
    </head>
    <body><main><h1>Save your card</h1><div id="payment-element"></div></main></body>
    </html>
    """
        .formatted(simulator.resolve("/js/stripe-sim.js") + (automatic ? "?" + query : ""));
  }

  private String policy() {
    return "default-src 'none'; style-src 'self'; script-src %1$s; frame-src %1$s; connect-src %1$s"
        .formatted(simulator);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
