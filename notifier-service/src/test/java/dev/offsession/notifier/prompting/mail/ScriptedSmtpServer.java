package dev.offsession.notifier.prompting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/** Takes one connection and answers one command in an unusual way. */
final class ScriptedSmtpServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String command;
  private final @Nullable String answer;

  private ScriptedSmtpServer(String command, @Nullable String answer) throws IOException {
    this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    this.command = command;
    this.answer = answer;
    Thread.ofVirtual().start(this::serve);
  }

  /** Gives this answer to this command; "." is the end of the message. */
  static ScriptedSmtpServer answering(String command, String answer) throws IOException {
    return new ScriptedSmtpServer(command, answer);
  }

  /** Takes the whole message, then hangs up without a word. */
  static ScriptedSmtpServer hangingUpAfterTheMessage() throws IOException {
    return new ScriptedSmtpServer(".", null);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    try (var connection = socket.accept();
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      var out = connection.getOutputStream();
      say(out, "220 ready");
      var inMessage = false;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (inMessage && !line.equals(".")) {
          continue;
        }
        inMessage = false;
        if (line.startsWith(command)) {
          if (answer == null) {
            return;
          }
          say(out, answer);
        } else if (line.startsWith("DATA")) {
          inMessage = true;
          say(out, "354 go on");
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException _) {
      // the client went away, which ends the one conversation this server has
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }
}
