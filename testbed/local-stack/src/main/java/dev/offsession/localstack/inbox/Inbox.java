package dev.offsession.localstack.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offsession.parts.push.PushService;
import dev.offsession.parts.push.ReceivedPush;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The mail and the pushes of the local stack: SMTP and Web Push in; out come a page ({@code /},
 * {@code /messages/1}, {@code /pushes/1}) and JSON ({@code /api/messages}, with {@code ?to=} for
 * one recipient; {@code /api/pushes}, with {@code ?to=} for one device). On 127.0.0.1 only.
 */
public final class Inbox implements AutoCloseable {
  /** No script runs, nothing is fetched; links open in a tab of their own. */
  private static final String MAIL_POLICY =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " style-src 'unsafe-inline'; img-src data:";

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

  private final Mailbox mailbox;
  private final HttpServer http;
  private final PushService pushes = new PushService();

  private Inbox(Mailbox mailbox, HttpServer http) {
    this.mailbox = mailbox;
    this.http = http;
  }

  /** Starts both servers; port 0 takes a free one. */
  public static Inbox start(int smtpPort, int httpPort) {
    Mailbox mailbox = new Mailbox(smtpPort);
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), httpPort), 0);
      Inbox inbox = new Inbox(mailbox, http);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", inbox::handle);
      http.createContext("/push/", inbox.pushes);
      http.start();
      return inbox;
    } catch (IOException e) {
      mailbox.close();
      throw new UncheckedIOException(e);
    }
  }

  /** Where the page is. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** Where mail is taken. */
  public int smtpPort() {
    return mailbox.port();
  }

  private void handle(HttpExchange exchange) throws IOException {
    List<String> path =
        List.of(exchange.getRequestURI().getPath().replaceFirst("^/", "").split("/"));
    switch (path) {
      case List<String> p when p.equals(List.of("")) ->
          html(exchange, PAGE_POLICY, InboxPages.list(mailbox.messages(), pushes.received()));
      case List<String> p when p.equals(List.of("api", "messages")) ->
          send(exchange, 200, "application/json", InboxJson.of(wanted(exchange)));
      case List<String> p when p.equals(List.of("api", "pushes")) ->
          send(exchange, 200, "application/json", InboxJson.ofPushes(wantedPushes(exchange)));
      case List<String> p when p.getFirst().equals("pushes") && p.size() == 2 ->
          push(exchange, p.getLast());
      case List<String> p when p.getFirst().equals("messages") && p.size() <= 3 ->
          message(exchange, p);
      default -> send(exchange, 404, "text/plain", "Not found");
    }
  }

  private List<InboxMessage> wanted(HttpExchange exchange) {
    Optional<String> recipient = recipient(exchange);
    return mailbox.messages().stream()
        .filter(mail -> recipient.isEmpty() || mail.to().contains(recipient.get()))
        .toList();
  }

  private List<ReceivedPush> wantedPushes(HttpExchange exchange) {
    Optional<String> device = recipient(exchange);
    return pushes.received().stream()
        .filter(push -> device.isEmpty() || push.subscription().equals(device.get()))
        .toList();
  }

  private static Optional<String> recipient(HttpExchange exchange) {
    return Optional.ofNullable(exchange.getRequestURI().getQuery())
        .filter(query -> query.startsWith("to="))
        .map(query -> query.substring("to=".length()));
  }

  private void push(HttpExchange exchange, String id) throws IOException {
    Optional<ReceivedPush> push =
        pushes.received().stream().filter(one -> one.id().equals(id)).findFirst();
    if (push.isPresent()) {
      html(exchange, PAGE_POLICY, InboxPages.push(PushNote.of(push.get())));
    } else {
      send(exchange, 404, "text/plain", "No such push");
    }
  }

  private void message(HttpExchange exchange, List<String> path) throws IOException {
    Optional<InboxMessage> message =
        path.size() > 1 ? mailbox.message(path.get(1)) : Optional.empty();
    if (message.isEmpty()) {
      send(exchange, 404, "text/plain", "No such mail");
    } else if (path.size() == 2) {
      html(exchange, PAGE_POLICY, InboxPages.message(message.get()));
    } else {
      html(exchange, MAIL_POLICY, "<base target=\"_blank\">" + message.get().html());
    }
  }

  private static void html(HttpExchange exchange, String policy, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    send(exchange, 200, "text/html", body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    mailbox.close();
  }
}
