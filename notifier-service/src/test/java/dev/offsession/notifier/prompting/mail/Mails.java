package dev.offsession.notifier.prompting.mail;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.Examples;
import dev.offsession.notifier.prompting.words.Languages;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Senders and received mails for tests. */
final class Mails {
  private Mails() {}

  static SmtpPromptSender sender(SmtpConnections smtp, Brand brand) {
    return new SmtpPromptSender(
        smtp,
        Sender.of("pay@momiji.example", brand),
        Languages.all(),
        Clock.fixed(NOON, ZoneOffset.UTC));
  }

  static LetterWriter writer(String shop) {
    return new LetterWriter(Examples.brand(shop), Languages.all());
  }

  static SmtpConnections connections(int port) {
    return connections(port, 4, Duration.ofSeconds(5));
  }

  static SmtpConnections connections(int port, int max, Duration patience) {
    var server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.getJavaMailProperties().put("mail.smtp.timeout", "5000");
    return new SmtpConnections(server, max, Duration.ofSeconds(30), patience);
  }

  static String text(MimeMessage mail) throws Exception {
    return part(mail.getContent(), "text/plain");
  }

  static String html(MimeMessage mail) throws Exception {
    return part(mail.getContent(), "text/html");
  }

  private static String part(Object content, String type) throws Exception {
    var parts = (MimeMultipart) content;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType(type)) {
        return Objects.requireNonNull((String) part.getContent()).replace("\r\n", "\n");
      }
    }
    throw new AssertionError("the mail has no part " + type);
  }
}
