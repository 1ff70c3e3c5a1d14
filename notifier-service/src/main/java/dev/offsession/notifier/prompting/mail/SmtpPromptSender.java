package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.words.Languages;
import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;

/** Sends prompts by e-mail. The message id depends on the prompt alone. */
public final class SmtpPromptSender implements PromptSender {
  private final SmtpConnections smtp;
  private final LetterWriter writer;
  private final Envelope envelope;

  /** Sends through this mail server, in this sender's name. */
  public SmtpPromptSender(SmtpConnections smtp, Sender sender, Languages languages, Clock clock) {
    this.smtp = smtp;
    this.writer = new LetterWriter(sender.brand(), languages);
    this.envelope = new Envelope(smtp.session(), sender, clock);
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public DeliveryResult send(Prompt prompt, Contact contact, CustomerLink link) {
    var recipient = Sender.address(contact.email());
    if (recipient.isEmpty()) {
      return new DeliveryResult.Bounced("address_invalid");
    }
    try {
      var letter = writer.write(prompt, contact, link);
      return smtp.send(envelope.around(letter, prompt.id(), recipient.get()));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("the message for " + prompt.id() + " cannot be built", e);
    }
  }
}
