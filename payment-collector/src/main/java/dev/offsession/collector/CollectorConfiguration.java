package dev.offsession.collector;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.stripe.StripeClient;
import dev.offsession.collector.brake.Brake;
import dev.offsession.collector.brake.BrakeSettings;
import dev.offsession.collector.capture.CaptureService;
import dev.offsession.collector.capture.stripe.StripeSetupIntents;
import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.PictureService;
import dev.offsession.collector.customers.kafka.KafkaPicturePublisher;
import dev.offsession.collector.customers.kafka.StripeEventsListener;
import dev.offsession.collector.customers.mongo.MongoCustomerStore;
import dev.offsession.collector.customers.mongo.MongoPictureQueue;
import dev.offsession.collector.customers.mongo.MongoReachStore;
import dev.offsession.collector.customers.stripe.LiveStripeCustomers;
import dev.offsession.collector.idempotency.IdempotentRequests;
import dev.offsession.collector.idempotency.mongo.MongoAnswerStore;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.http.ReturnUrls;
import dev.offsession.collector.links.kafka.ChargeEventsListener;
import dev.offsession.collector.links.mongo.MongoLinkStore;
import dev.offsession.collector.manage.ManageService;
import dev.offsession.collector.mobile.stripe.StripeMobileSecrets;
import dev.offsession.collector.pages.ClientAddress;
import dev.offsession.collector.pages.Consents;
import dev.offsession.collector.pages.Languages;
import dev.offsession.collector.pages.MerchantSettings;
import dev.offsession.collector.pages.PageDoor;
import dev.offsession.collector.pages.PageViews;
import dev.offsession.collector.pages.Pages;
import dev.offsession.collector.push.PushService;
import dev.offsession.collector.push.PushSettings;
import dev.offsession.collector.recovery.RecoveryService;
import dev.offsession.collector.recovery.RecoverySessions;
import dev.offsession.collector.recovery.notifier.NotifierFreshLinks;
import dev.offsession.collector.recovery.notifier.NotifierSettings;
import dev.offsession.collector.recovery.stripe.StripePayments;
import dev.offsession.collector.stripe.StripeCalls;
import dev.offsession.collector.stripe.StripeProblems;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.mongo.DueClaims;
import dev.offsession.platform.stripe.StripeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.reactive.function.client.WebClient;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts together; every class outside this package is a plain one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  CollectorProperties.class,
  MerchantSettings.class,
  BrakeSettings.class,
  NotifierSettings.class,
  PushSettings.class
})
class CollectorConfiguration {
  private static final String CUSTOMERS = "customers";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  StripeCalls stripeCalls() {
    return new StripeCalls();
  }

  @Bean
  StripeProblems stripeProblems() {
    return new StripeProblems();
  }

  @Bean
  MongoCustomerStore customerStore(MongoDatabase database) {
    return new MongoCustomerStore(database.getCollection(CUSTOMERS));
  }

  @Bean
  DueClaims pictureClaims(MongoDatabase database, CollectorProperties properties) {
    return new DueClaims(database.getCollection(CUSTOMERS), properties.pictureLease());
  }

  @Bean
  MongoLinkStore linkStore(MongoDatabase database) {
    return new MongoLinkStore(database.getCollection("links"));
  }

  @Bean
  MongoAnswerStore answerStore(MongoDatabase database) {
    return new MongoAnswerStore(database.getCollection("idempotent_answers"));
  }

  @Bean
  LiveStripeCustomers stripeCustomers(StripeClient stripe, StripeCalls calls) {
    return new LiveStripeCustomers(stripe, calls);
  }

  @Bean
  PictureService pictureService(
      MongoDatabase database,
      DueClaims pictureClaims,
      EventPublisher events,
      LiveStripeCustomers stripe,
      Clock clock) {
    return new PictureService(
        new MongoPictureQueue(database.getCollection(CUSTOMERS), pictureClaims),
        new KafkaPicturePublisher(events, clock),
        stripe,
        clock);
  }

  @Bean
  CustomerService customerService(
      MongoCustomerStore store,
      LiveStripeCustomers stripe,
      PictureService relay,
      LinkService links,
      Clock clock) {
    return new CustomerService(store, stripe, relay, links, clock);
  }

  @Bean
  LinkService linkService(MongoLinkStore store, CollectorProperties properties, Clock clock) {
    return new LinkService(store, properties.base(), clock);
  }

  @Bean
  CaptureService captureService(
      LinkService links,
      CustomerService customers,
      StripeClient stripe,
      StripeCalls calls,
      StripeMobileSecrets mobile,
      MongoCustomerStore consents,
      Clock clock) {
    return new CaptureService(
        links, customers, new StripeSetupIntents(stripe, calls), mobile, consents, clock);
  }

  @Bean
  StripeMobileSecrets mobileSecrets(StripeClient stripe, StripeCalls calls) {
    return new StripeMobileSecrets(stripe, calls);
  }

  @Bean
  StripePayments payments(StripeClient stripe, StripeCalls calls) {
    return new StripePayments(stripe, calls);
  }

  @Bean
  NotifierFreshLinks freshLinks(
      NotifierSettings notifier, @Value("${offsession.internal-api-key}") String internalKey) {
    return new NotifierFreshLinks(WebClient.builder(), notifier.url(), internalKey);
  }

  @Bean
  RecoveryService recoveryService(
      LinkService links,
      MongoCustomerStore customers,
      StripePayments payments,
      NotifierFreshLinks freshLinks,
      Clock clock) {
    return new RecoveryService(links, customers, payments, customers, freshLinks, clock);
  }

  @Bean
  RecoverySessions recoverySessions(
      LinkService links, StripePayments payments, StripeMobileSecrets mobile) {
    return new RecoverySessions(links, payments, mobile);
  }

  @Bean
  ManageService manageService(
      LinkService links, CustomerService customers, MongoReachStore reaches, Clock clock) {
    return new ManageService(links, customers, reaches, clock);
  }

  @Bean
  MongoReachStore reachStore(MongoDatabase database) {
    return new MongoReachStore(database.getCollection(CUSTOMERS));
  }

  @Bean
  PushService pushService(MongoReachStore reaches, PushSettings settings, Environment environment) {
    return new PushService(reaches, settings, isDevelopment(environment));
  }

  @Bean
  IdempotentRequests idempotentRequests(
      MongoAnswerStore answers,
      @Value("${offsession.api-key}") String apiKey,
      JsonMapper json,
      Clock clock) {
    return new IdempotentRequests(answers, apiKey, json, clock);
  }

  @Bean
  StripeEventsListener stripeEventsListener(CustomerService customers, JsonMapper json) {
    return new StripeEventsListener(customers, json);
  }

  @Bean
  ChargeEventsListener chargeEventsListener(LinkService links) {
    return new ChargeEventsListener(links);
  }

  @Bean
  PageViews pageViews(ThymeleafReactiveViewResolver templates) {
    return new PageViews(templates);
  }

  @Bean
  Languages languages(MerchantSettings merchant) {
    return Languages.of(merchant.languages());
  }

  @Bean
  Pages pages(
      MerchantSettings merchant,
      StripeSettings stripe,
      Languages languages,
      CollectorProperties properties) {
    return new Pages(merchant, stripe, languages, properties.base());
  }

  @Bean
  ClientAddress clientAddress(CollectorProperties properties) {
    return new ClientAddress(properties.trustedProxies());
  }

  @Bean
  Brake brake(BrakeSettings settings, MeterRegistry meters) {
    return new Brake(settings, meters);
  }

  @Bean
  PageDoor pageDoor(
      Pages pages, Brake brake, ClientAddress address, CollectorProperties properties) {
    return new PageDoor(pages, brake, address, properties.base());
  }

  @Bean
  Consents consents(ClientAddress address, Languages languages) {
    return new Consents(address, languages);
  }

  @Bean
  ReturnUrls returnUrls(CollectorProperties properties, Environment environment) {
    return new ReturnUrls(properties.returnUrlOrigins(), isDevelopment(environment));
  }

  private static boolean isDevelopment(Environment environment) {
    return environment.acceptsProfiles(Profiles.of("dev"));
  }
}
