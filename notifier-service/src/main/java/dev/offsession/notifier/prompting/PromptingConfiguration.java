package dev.offsession.notifier.prompting;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.notifier.prompting.domain.Brand;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.http.ChargeWorkerClient;
import dev.offsession.notifier.prompting.http.PaymentCollectorClient;
import dev.offsession.notifier.prompting.http.ServiceClients;
import dev.offsession.notifier.prompting.kafka.ChargeEventListener;
import dev.offsession.notifier.prompting.kafka.KafkaPromptJournal;
import dev.offsession.notifier.prompting.mongo.MongoConversationStore;
import dev.offsession.notifier.prompting.mongo.MongoPromptStore;
import dev.offsession.notifier.prompting.words.Languages;
import dev.offsession.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires prompting. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  MerchantProperties.class,
  NotifierProperties.class,
  PromptingProperties.class,
  PushProperties.class,
  ReminderProperties.class
})
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
  Brand brand(MerchantProperties merchant) {
    return merchant.brand();
  }

  @Bean
  Languages languages(MerchantProperties merchant) {
    return merchant.words();
  }

  @Bean
  Channels channels(List<PromptSender> switchedOn) {
    return new Channels(switchedOn);
  }

  @Bean
  KafkaPromptJournal promptJournal(EventPublisher events) {
    return new KafkaPromptJournal(events);
  }

  @Bean
  PromptDelivery promptDelivery(
      MongoPromptStore prompts,
      MongoConversationStore conversations,
      PaymentCollectorClient links,
      ChargeWorkerClient charges,
      Channels channels,
      KafkaPromptJournal journal,
      PromptDelivery.Policies policies,
      MeterRegistry meters,
      Clock clock) {
    return new PromptDelivery(
        prompts,
        conversations,
        links,
        charges,
        channels,
        journal,
        policies,
        new PromptMeters(meters),
        clock);
  }

  @Bean
  PromptDelivery.Policies policies(PromptingProperties prompting, ReminderProperties reminders) {
    return new PromptDelivery.Policies(
        reminders.reach(), prompting.delivery(), reminders.cadence());
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
      PromptingProperties prompting,
      MongoConversationStore conversations,
      MongoPromptStore prompts,
      PromptDispatcher dispatcher,
      Clock clock) {
    return new ChargeNewsService(
        prompting.prompts(), conversations, prompts, dispatcher::wake, clock);
  }

  @Bean
  FreshLinkService freshLinkService(
      PromptingProperties prompting,
      MongoConversationStore conversations,
      MongoPromptStore prompts,
      PromptDispatcher dispatcher,
      Clock clock) {
    return new FreshLinkService(
        conversations, prompts, dispatcher::wake, prompting.freshLinkPause(), clock);
  }

  @Bean
  ChargeEventListener chargeEventListener(ChargeNewsService service) {
    return new ChargeEventListener(service);
  }
}
