package dev.offsession.notifier.prompting.mail;

import dev.offsession.notifier.prompting.domain.DeliveryResult;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Connections to the mail server that stay open from one message to the next: encryption and login
 * are paid for once. A connection is asked for a sign of life before it is used again, and thrown
 * away after any failure.
 */
public final class SmtpConnections implements AutoCloseable {
  /**
   * Where Jakarta Mail would look for its stream classes on the class path, in every jar, once for
   * each part of each message: 7 % of the processor time of a prompt.
   */
  private static final String STREAMS = "jakarta.mail.util.StreamProvider";

  static {
    System.setProperty(STREAMS, MailStreamProvider.class.getName());
  }

  private final Session session;
  private final GenericObjectPool<Transport> pool;

  /**
   * Connects when the first message is sent.
   *
   * @param max connections at once; more messages wait for one
   * @param idle how long an unused connection is kept
   * @param patience how long a message waits for a connection before it is put off
   */
  public SmtpConnections(JavaMailSenderImpl server, int max, Duration idle, Duration patience) {
    this.session = server.getSession();
    var config = new GenericObjectPoolConfig<Transport>();
    config.setMaxTotal(max);
    config.setMaxIdle(max);
    config.setMaxWait(patience);
    config.setTestOnBorrow(true);
    config.setMinEvictableIdleDuration(idle);
    config.setTimeBetweenEvictionRuns(idle);
    config.setJmxEnabled(false);
    this.pool = new GenericObjectPool<>(new TransportFactory(server), config);
  }

  Session session() {
    return session;
  }

  /** Hands the message over. Never throws for what the server does. */
  DeliveryResult send(MimeMessage message) {
    Transport transport;
    try {
      transport = pool.borrowObject();
    } catch (AuthenticationFailedException _) {
      return new DeliveryResult.Deferred("smtp_login_refused");
    } catch (NoSuchElementException _) {
      return new DeliveryResult.Deferred("smtp_connections_busy");
    } catch (MessagingException _) {
      return new DeliveryResult.Deferred("smtp_unreachable");
    } catch (Exception e) {
      throw new IllegalStateException("no connection to the mail server", e);
    }
    return sendOver(transport, message);
  }

  private DeliveryResult sendOver(Transport transport, MimeMessage message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      pool.returnObject(transport);
      return new DeliveryResult.Accepted();
    } catch (MessagingException e) {
      discard(transport);
      return SmtpFailures.classify(e);
    } catch (RuntimeException e) {
      discard(transport);
      throw e;
    }
  }

  private void discard(Transport transport) {
    try {
      pool.invalidateObject(transport);
    } catch (Exception _) {
      // it is of no use any more, whichever way it goes
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
