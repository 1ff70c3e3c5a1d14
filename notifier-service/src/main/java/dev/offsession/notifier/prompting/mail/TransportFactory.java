package dev.offsession.notifier.prompting.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Opens and closes connections to the mail server. */
final class TransportFactory extends BasePooledObjectFactory<Transport> {
  private final JavaMailSenderImpl server;

  TransportFactory(JavaMailSenderImpl server) {
    this.server = server;
  }

  @Override
  public Transport create() throws MessagingException {
    var transport = server.getSession().getTransport(JavaMailSenderImpl.DEFAULT_PROTOCOL);
    transport.connect(
        server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    return transport;
  }

  @Override
  public PooledObject<Transport> wrap(Transport transport) {
    return new DefaultPooledObject<>(transport);
  }

  /** Asks the server (NOOP): it may have hung up meanwhile. */
  @Override
  public boolean validateObject(PooledObject<Transport> pooled) {
    return pooled.getObject().isConnected();
  }

  @Override
  public void destroyObject(PooledObject<Transport> pooled) throws MessagingException {
    pooled.getObject().close();
  }
}
