package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptSender;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends prompts by e-mail. The message id depends on the prompt alone. */
public final class SmtpPromptSender implements PromptSender {
  private static final int ID_BYTES = 16;

  private final JavaMailSender smtp;
  private final Sender sender;
  private final LetterWriter writer;
  private final LetterLayout layout = new LetterLayout();

  /** Sends through this mail server, in this sender's name. */
  public SmtpPromptSender(JavaMailSender smtp, Sender sender) {
    this.smtp = smtp;
    this.sender = sender;
    this.writer = new LetterWriter(sender);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public DeliveryResult send(Prompt prompt, Contact contact, CustomerLink link) {
    var recipient = Sender.address(contact.email());
    if (recipient.isEmpty()) {
      return new DeliveryResult.Refused("address_invalid");
    }
    try {
      smtp.send(message(prompt, recipient.get(), writer.write(prompt, contact, link)));
      return new DeliveryResult.Accepted();
    } catch (MailException e) {
      return SmtpFailures.classify(e);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("the message for " + prompt.id() + " cannot be built", e);
    }
  }

  private MimeMessage message(Prompt prompt, InternetAddress recipient, Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    var message = smtp.createMimeMessage();
    var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    parts.setFrom(new InternetAddress(sender.from().getAddress(), sender.shop(), "UTF-8"));
    parts.setTo(recipient);
    if (sender.replyTo().isPresent()) {
      parts.setReplyTo(sender.replyTo().get());
    }
    parts.setSubject(letter.subject());
    parts.setSentDate(Date.from(prompt.facts().occurredAt()));
    parts.setText(layout.text(letter), layout.html(letter));
    message.setHeader("Message-ID", messageId(prompt.id()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language());
    return message;
  }

  private String messageId(PromptId id) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(StandardCharsets.UTF_8));
      return "<prompt." + HexFormat.of().formatHex(hash, 0, ID_BYTES) + "@" + sender.domain() + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
