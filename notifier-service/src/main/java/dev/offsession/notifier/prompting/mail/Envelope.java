package dev.offsession.notifier.prompting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.notifier.prompting.domain.PromptId;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;

/** Makes a letter a message: both parts, and the headers. */
final class Envelope {
  private static final int ID_BYTES = 16;

  private final Session session;
  private final Sender sender;
  private final Clock clock;
  private final LetterLayout layout = new LetterLayout();

  Envelope(Session session, Sender sender, Clock clock) {
    this.session = session;
    this.sender = sender;
    this.clock = clock;
  }

  MimeMessage around(Letter letter, PromptId id, InternetAddress recipient)
      throws MessagingException, UnsupportedEncodingException {
    var message = new OwnIdMessage(session, messageId(id));
    message.setFrom(
        new InternetAddress(sender.from().getAddress(), sender.brand().shop(), UTF_8.name()));
    message.setRecipient(Message.RecipientType.TO, recipient);
    if (sender.replyTo().isPresent()) {
      message.setReplyTo(new Address[] {sender.replyTo().get()});
    }
    message.setSubject(letter.subject(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setContent(
        new MimeMultipart(
            "alternative", part(layout.text(letter), "plain"), part(layout.html(letter), "html")));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language());
    if (letter.preferences() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.preferences().link() + ">");
      // One click in the mail program (RFC 8058); the page takes it as a POST.
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String body, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(body, UTF_8.name(), type);
    return part;
  }

  private String messageId(PromptId id) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(UTF_8));
      return "<prompt." + HexFormat.of().formatHex(hash, 0, ID_BYTES) + "@" + sender.domain() + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Keeps its id: an ordinary message makes up a new one whenever it is saved. */
  private static final class OwnIdMessage extends MimeMessage {
    private final String id;

    OwnIdMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
