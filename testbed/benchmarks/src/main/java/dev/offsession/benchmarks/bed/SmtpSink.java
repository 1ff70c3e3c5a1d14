package dev.offsession.benchmarks.bed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A mail server that takes everything and keeps nothing: cheap enough not to be what is measured.
 * It tells of each message, whole, at the moment it accepts it.
 */
public final class SmtpSink implements AutoCloseable {
  private final ServerSocket server;
  private final Consumer<String> accepted;
  private final AtomicInteger connections = new AtomicInteger();

  private SmtpSink(ServerSocket server, Consumer<String> accepted) {
    this.server = server;
    this.accepted = accepted;
  }

  /** Listens on a free port of 127.0.0.1. */
  public static SmtpSink start(Consumer<String> accepted) {
    try {
      SmtpSink sink =
          new SmtpSink(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), accepted);
      Thread.ofVirtual().start(sink::listen);
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many connections were ever opened. */
  public int connections() {
    return connections.get();
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out =
            new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1)) {
      client.setTcpNoDelay(true);
      say(out, "220 sink");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
        switch (verb) {
          case "EHLO" -> say(out, "250-sink", "250-8BITMIME", "250 SMTPUTF8");
          case "DATA" -> {
            say(out, "354 go on");
            String message = message(in);
            accepted.accept(message);
            say(out, "250 accepted");
          }
          case "QUIT" -> say(out, "221 bye");
          default -> say(out, "250 fine");
        }
      }
    } catch (IOException e) {
      // The client went away.
    }
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder message = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  private static void say(Writer out, String... lines) throws IOException {
    for (String line : lines) {
      out.write(line + "\r\n");
    }
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
