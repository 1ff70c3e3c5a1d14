package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.DeliveryResult;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a failed hand-over means. Reply codes by RFC 5321: 4xx is "later", 5xx is "never". A
 * "never" about us as the sender says nothing of the customer's mail; any other is a bounce. A
 * connection that breaks after it stood leaves open whether the message was taken.
 */
final class SmtpFailures {
  private static final int NEVER_FROM = 500;

  private SmtpFailures() {}

  private record Reply(int code, boolean aboutSender) {}

  static DeliveryResult classify(MessagingException failure) {
    var reply = mostParticularReply(failure);
    if (reply == null) {
      return new DeliveryResult.Unanswered("smtp_no_answer");
    }
    var reason = "smtp_" + reply.code();
    if (reply.code() < NEVER_FROM) {
      return new DeliveryResult.Deferred(reason);
    }
    return reply.aboutSender()
        ? new DeliveryResult.Refused(reason)
        : new DeliveryResult.Bounced(reason);
  }

  /** An address failure hangs behind the general one. */
  private static @Nullable Reply mostParticularReply(MessagingException failure) {
    Reply found = null;
    for (Exception next = failure; next != null; next = following(next)) {
      var own = reply(next);
      found = own == null ? found : own;
    }
    return found;
  }

  private static @Nullable Exception following(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static @Nullable Reply reply(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> new Reply(address.getReturnCode(), false);
      case SMTPSenderFailedException sender -> new Reply(sender.getReturnCode(), true);
      case SMTPSendFailedException send when send.getReturnCode() > 0 ->
          new Reply(send.getReturnCode(), send.getCommand().startsWith("MAIL"));
      default -> null;
    };
  }
}
