package dev.offsession.notifier.prompting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that answers one command in an unusual way, and counts. */
final class ScriptedSmtpServer implements AutoCloseable {
  private static final String OK = "250 ok";

  private final ServerSocket socket;
  private final String command;
  private final @Nullable String answer;
  private final Duration pause;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger messages = new AtomicInteger();

  private ScriptedSmtpServer(String command, @Nullable String answer, Duration pause)
      throws IOException {
    this.socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    this.command = command;
    this.answer = answer;
    this.pause = pause;
    Thread.ofVirtual().start(this::listen);
  }

  /** Gives this answer to this command; "." is the end of the message. */
  static ScriptedSmtpServer answering(String command, String answer) throws IOException {
    return new ScriptedSmtpServer(command, answer, Duration.ZERO);
  }

  /** Takes the whole message, then hangs up without a word. */
  static ScriptedSmtpServer hangingUpAfterTheMessage() throws IOException {
    return new ScriptedSmtpServer(".", null, Duration.ZERO);
  }

  /** Takes every message, at once. */
  static ScriptedSmtpServer countingMessages() throws IOException {
    return answering(".", OK);
  }

  /** Takes every message, after this pause. */
  static ScriptedSmtpServer answeringTheMessageAfter(Duration pause) throws IOException {
    return new ScriptedSmtpServer(".", OK, pause);
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  int messages() {
    return messages.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      var out = connection.getOutputStream();
      say(out, "220 ready");
      var inMessage = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (inMessage && !line.equals(".")) {
          continue;
        }
        inMessage = line.startsWith("DATA") && !command.equals("DATA");
        if (line.startsWith(command) && answer == null) {
          return;
        }
        say(out, answer(line));
      }
    } catch (IOException | InterruptedException _) {
      // the client went away, which ends the conversation
    }
  }

  private String answer(String line) throws InterruptedException {
    if (line.equals(".")) {
      messages.incrementAndGet();
      Thread.sleep(pause);
    }
    if (line.startsWith(command) && answer != null) {
      return answer;
    }
    return line.startsWith("DATA") ? "354 go on" : OK;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }
}
