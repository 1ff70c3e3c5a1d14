package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.mail.Sender;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom notifier-service talks to, and in whose name.
 *
 * @param apiKey Bearer token for charge-worker
 * @param internalApiKey Bearer token for payment-collector's internal API
 */
@ConfigurationProperties("offsession")
record NotifierProperties(
    String apiKey,
    String internalApiKey,
    @DefaultValue PaymentCollector paymentCollector,
    @DefaultValue ChargeWorker chargeWorker,
    @DefaultValue Mail mail,
    @DefaultValue Smtp smtp) {
  NotifierProperties {
    apiKey = Setting.required("offsession.api-key", apiKey);
    internalApiKey = Setting.required("offsession.internal-api-key", internalApiKey);
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "NotifierProperties[]";
  }

  /** Where links and contacts come from. */
  record PaymentCollector(String url) {
    PaymentCollector {
      url = Setting.httpUrl("offsession.payment-collector.url", url);
    }
  }

  /** Where the state of a charge comes from. */
  record ChargeWorker(String url) {
    ChargeWorker {
      url = Setting.httpUrl("offsession.charge-worker.url", url);
    }
  }

  /** The sender's address; its domain should be that of the links. */
  record Mail(String from) {
    Mail {
      from = Setting.required("offsession.mail.from", from);
      if (!Sender.isAddress(from)) {
        throw SettingException.wrong("offsession.mail.from", "must be one e-mail address");
      }
    }
  }

  /**
   * The mail server.
   *
   * @param username null when the server wants no login
   * @param starttls whether the connection must be encrypted before anything is said
   * @param connectTimeout how long a connection may take
   * @param answerTimeout how long one answer may take
   * @param connectionsMax open at once
   * @param connectionIdle how long an unused connection is kept; less than the server keeps it
   */
  record Smtp(
      String host,
      @DefaultValue("0") int port,
      @Nullable String username,
      @Nullable String password,
      @DefaultValue("true") boolean starttls,
      @DefaultValue("10s") Duration connectTimeout,
      @DefaultValue("30s") Duration answerTimeout,
      @DefaultValue("8") int connectionsMax,
      @DefaultValue("30s") Duration connectionIdle) {
    private static final int PORT_MAX = 65_535;

    Smtp {
      host = Setting.required("offsession.smtp.host", host);
      if (port < 1 || port > PORT_MAX) {
        throw SettingException.wrong("offsession.smtp.port", "must be a port from 1 to 65535");
      }
      Setting.positive("offsession.smtp.connect-timeout", connectTimeout);
      Setting.positive("offsession.smtp.answer-timeout", answerTimeout);
      Setting.positive("offsession.smtp.connections-max", connectionsMax);
      Setting.positive("offsession.smtp.connection-idle", connectionIdle);
    }

    /** Keeps the login out of logs. */
    @Override
    public String toString() {
      return "Smtp[" + host + ":" + port + "]";
    }
  }
}
