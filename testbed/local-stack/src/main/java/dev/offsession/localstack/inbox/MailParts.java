package dev.offsession.localstack.inbox;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart. */
final class MailParts {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

  private MailParts() {}

  static InboxMessage read(String id, MimeMessage mail, Instant receivedAt) {
    try {
      String text = body(mail, "text/plain").orElse("");
      return new InboxMessage(
          id,
          Optional.ofNullable(mail.getMessageID()).orElse(""),
          addresses(mail.getFrom()).stream().findFirst().orElse(""),
          addresses(mail.getRecipients(RecipientType.TO)),
          Optional.ofNullable(mail.getSubject()).orElse(""),
          receivedAt,
          text,
          body(mail, "text/html").orElse(""),
          LINK.matcher(text).results().map(MatchResult::group).toList());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("Mail " + id + " cannot be read", e);
    }
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Stream.of(addresses).map(MailParts::withoutName).toList();
  }

  private static String withoutName(Address address) {
    return address instanceof InternetAddress internet ? internet.getAddress() : address.toString();
  }

  private static Optional<String> body(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(part.getContent().toString());
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = body(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
