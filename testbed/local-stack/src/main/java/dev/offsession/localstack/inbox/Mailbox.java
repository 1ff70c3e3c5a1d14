package dev.offsession.localstack.inbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An SMTP server that takes mail for anybody and keeps it in memory. */
final class Mailbox implements AutoCloseable {
  private final GreenMail server;
  private final Set<MimeMessage> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<InboxMessage> messages = new ArrayList<>();

  Mailbox(int port) {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  /** All mails so far, in the order in which they were first seen. */
  synchronized List<InboxMessage> messages() {
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (known.add(mail)) {
        messages.add(MailParts.read(Integer.toString(messages.size() + 1), mail, Instant.now()));
      }
    }
    return List.copyOf(messages);
  }

  Optional<InboxMessage> message(String id) {
    return messages().stream().filter(message -> message.id().equals(id)).findFirst();
  }

  @Override
  public void close() {
    server.stop();
  }
}
