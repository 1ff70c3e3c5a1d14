package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.DeliveryResult;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Reads what a failed hand-over means. Reply codes by RFC 5321: 4xx is "later", 5xx is "never". A
 * connection that breaks after it stood leaves open whether the message was taken; one that breaks
 * when it is closed does not.
 */
final class SmtpFailures {
  private static final int NEVER_FROM = 500;

  private SmtpFailures() {}

  static DeliveryResult classify(MailException failure) {
    return switch (failure) {
      case MailAuthenticationException _ -> new DeliveryResult.Deferred("smtp_login_refused");
      case MailSendException send when send.getMessageExceptions().length == 0 ->
          new DeliveryResult.Accepted();
      case MailSendException send when neverConnected(send) ->
          new DeliveryResult.Deferred("smtp_unreachable");
      case MailSendException send -> fromReply(send);
      default -> new DeliveryResult.Unanswered("smtp_no_answer");
    };
  }

  /** Spring reports the failed connection as its own cause and as the failure of each message. */
  private static boolean neverConnected(MailSendException failure) {
    return failure.getCause() != null
        && Arrays.asList(failure.getMessageExceptions()).contains(failure.getCause());
  }

  private static DeliveryResult fromReply(MailSendException failure) {
    for (var cause : failure.getMessageExceptions()) {
      var code = replyCode(cause);
      if (code.isPresent()) {
        var reason = "smtp_" + code.getAsInt();
        return code.getAsInt() >= NEVER_FROM
            ? new DeliveryResult.Refused(reason)
            : new DeliveryResult.Deferred(reason);
      }
    }
    return new DeliveryResult.Unanswered("smtp_no_answer");
  }

  /** The most particular reply: an address failure hangs behind the general one. */
  private static OptionalInt replyCode(Exception failure) {
    var code = OptionalInt.empty();
    for (var next = Optional.of(failure); next.isPresent(); next = following(next.get())) {
      var own = ownReplyCode(next.get());
      code = own.isPresent() ? own : code;
    }
    return code;
  }

  private static Optional<Exception> following(Exception failure) {
    return failure instanceof MessagingException messaging
        ? Optional.ofNullable(messaging.getNextException())
        : Optional.empty();
  }

  private static OptionalInt ownReplyCode(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> OptionalInt.of(address.getReturnCode());
      case SMTPSenderFailedException sender -> OptionalInt.of(sender.getReturnCode());
      case SMTPSendFailedException send when send.getReturnCode() > 0 ->
          OptionalInt.of(send.getReturnCode());
      default -> OptionalInt.empty();
    };
  }
}
