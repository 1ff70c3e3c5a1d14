package dev.offsession.notifier.prompting;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.notifier.prompting.http.ChargeWorkerClient;
import dev.offsession.notifier.prompting.http.PaymentCollectorClient;
import dev.offsession.notifier.prompting.http.ServiceClients;
import dev.offsession.notifier.prompting.kafka.ChargeEventListener;
import dev.offsession.notifier.prompting.kafka.KafkaPromptJournal;
import dev.offsession.notifier.prompting.mail.SmtpPromptSender;
import dev.offsession.notifier.prompting.mongo.MongoConversationStore;
import dev.offsession.notifier.prompting.mongo.MongoPromptStore;
import dev.offsession.platform.kafka.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Wires prompting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotifierProperties.class, PromptingProperties.class})
class PromptingConfiguration {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(initMethod = "createIndexes")
  MongoPromptStore promptStore(MongoDatabase database, PromptingProperties prompting) {
    return new MongoPromptStore(database, prompting.lease());
  }

  @Bean
  MongoConversationStore conversationStore(MongoDatabase database) {
    return new MongoConversationStore(database);
  }

  @Bean
  ServiceClients serviceClients(PromptingProperties prompting) {
    return new ServiceClients(prompting.connectTimeout(), prompting.readTimeout());
  }

  @Bean
  ChargeWorkerClient chargeLookup(ServiceClients clients, NotifierProperties settings) {
    return new ChargeWorkerClient(clients.client(settings.chargeWorker().url(), settings.apiKey()));
  }

  @Bean
  PaymentCollectorClient customerLinks(ServiceClients clients, NotifierProperties settings) {
    return new PaymentCollectorClient(
        clients.client(settings.paymentCollector().url(), settings.internalApiKey()));
  }

  @Bean
  JavaMailSender smtp(NotifierProperties settings) {
    var smtp = new JavaMailSenderImpl();
    smtp.setHost(settings.smtp().host());
    smtp.setPort(settings.smtp().port());
    smtp.setUsername(settings.smtp().username());
    smtp.setPassword(settings.smtp().password());
    smtp.setDefaultEncoding("UTF-8");
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

  @Bean
  SmtpPromptSender promptSender(JavaMailSender smtp, NotifierProperties settings) {
    return new SmtpPromptSender(smtp, settings.sender());
  }

  @Bean
  KafkaPromptJournal promptJournal(EventPublisher events) {
    return new KafkaPromptJournal(events);
  }

  @Bean
  PromptDelivery promptDelivery(
      MongoPromptStore prompts,
      PaymentCollectorClient links,
      ChargeWorkerClient charges,
      SmtpPromptSender sender,
      KafkaPromptJournal journal,
      PromptingProperties prompting,
      Clock clock) {
    return new PromptDelivery(prompts, links, charges, sender, journal, prompting.policy(), clock);
  }

  @Bean
  PromptDispatcher promptDispatcher(
      MongoPromptStore prompts,
      PromptDelivery delivery,
      PromptingProperties prompting,
      Clock clock) {
    return new PromptDispatcher(prompts, delivery, prompting, clock);
  }

  @Bean
  ChargeNewsService chargeNewsService(
      MongoConversationStore conversations,
      MongoPromptStore prompts,
      PromptDispatcher dispatcher,
      Clock clock) {
    return new ChargeNewsService(conversations, prompts, dispatcher::wake, clock);
  }

  @Bean
  ChargeEventListener chargeEventListener(ChargeNewsService service) {
    return new ChargeEventListener(service);
  }
}
