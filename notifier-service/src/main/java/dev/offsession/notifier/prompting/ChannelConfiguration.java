package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.http.PaymentCollectorClient;
import dev.offsession.notifier.prompting.mail.Sender;
import dev.offsession.notifier.prompting.mail.SmtpConnections;
import dev.offsession.notifier.prompting.mail.SmtpPromptSender;
import dev.offsession.notifier.prompting.push.WebPushSender;
import dev.offsession.notifier.prompting.words.Languages;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Wires the channels. Another one is another bean of type {@link PromptSender}. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
  @Bean
  JavaMailSenderImpl mailServer(NotifierProperties settings) {
    var smtp = new JavaMailSenderImpl();
    smtp.setHost(settings.smtp().host());
    smtp.setPort(settings.smtp().port());
    smtp.setUsername(settings.smtp().username());
    smtp.setPassword(settings.smtp().password());
    smtp.setJavaMailProperties(smtpProperties(settings.smtp()));
    return smtp;
  }

  private static Properties smtpProperties(NotifierProperties.Smtp smtp) {
    var properties = new Properties();
    properties.put("mail.smtp.auth", String.valueOf(smtp.username() != null));
    properties.put("mail.smtp.starttls.enable", String.valueOf(smtp.starttls()));
    properties.put("mail.smtp.starttls.required", String.valueOf(smtp.starttls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.connectiontimeout", millis(smtp.connectTimeout()));
    properties.put("mail.smtp.timeout", millis(smtp.answerTimeout()));
    properties.put("mail.smtp.writetimeout", millis(smtp.answerTimeout()));
    return properties;
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  @Bean(destroyMethod = "close")
  SmtpConnections smtpConnections(JavaMailSenderImpl mailServer, NotifierProperties settings) {
    var smtp = settings.smtp();
    return new SmtpConnections(
        mailServer, smtp.connectionsMax(), smtp.connectionIdle(), smtp.answerTimeout());
  }

  @Bean
  SmtpPromptSender mailChannel(
      SmtpConnections smtp,
      NotifierProperties settings,
      Brand brand,
      Languages languages,
      Clock clock) {
    return new SmtpPromptSender(smtp, Sender.of(settings.mail().from(), brand), languages, clock);
  }

  @Bean
  @ConditionalOnProperty("offsession.push.vapid-public-key")
  WebPushSender pushChannel(
      PushProperties push,
      Brand brand,
      Languages languages,
      PaymentCollectorClient collector,
      Environment environment,
      Clock clock) {
    var onThisMachine = environment.acceptsProfiles(Profiles.of("dev"));
    return new WebPushSender(
        push.settings(onThisMachine).orElseThrow(), brand, languages, collector, clock);
  }
}
