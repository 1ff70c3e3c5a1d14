package dev.offsession.charging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeArchive;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.kafka.KafkaEventOutlet;
import dev.offsession.charging.mongo.MongoChargeArchive;
import dev.offsession.charging.mongo.MongoChargeStore;
import dev.offsession.charging.mongo.MongoCustomerDirectory;
import dev.offsession.charging.mongo.MongoOrphanStore;
import dev.offsession.charging.observe.LoggingObserver;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.SharedPace;
import dev.offsession.charging.stripe.PacedPaymentGateway;
import dev.offsession.charging.stripe.StripeIntentReader;
import dev.offsession.charging.usecase.Cancellations;
import dev.offsession.charging.usecase.ChargeIntake;
import dev.offsession.charging.usecase.ChargeService;
import dev.offsession.charging.usecase.ChargeSettings;
import dev.offsession.charging.usecase.CustomerNews;
import dev.offsession.charging.usecase.DueRound;
import dev.offsession.charging.usecase.IntentEvents;
import dev.offsession.charging.usecase.Orphans;
import dev.offsession.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases on their adapters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChargingProperties.class)
class ChargingConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration ORPHAN_PAUSE = Duration.ofMinutes(15);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(18);

  /** Stored times have milliseconds; the core must not see finer ones come and go. */
  @Bean
  InstantSource clock() {
    return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Bean
  ChargeSettings chargeSettings(ChargingProperties properties) {
    return ChargingSettings.of(properties);
  }

  @Bean
  MongoChargeStore chargeStore(MongoDatabase database, ChargingProperties properties) {
    MongoChargeStore store = new MongoChargeStore(database, properties.lease(), PATIENCE);
    store.createIndexes();
    return store;
  }

  @Bean
  ChargeArchive chargeArchive(MongoDatabase database) {
    return new MongoChargeArchive(database, PATIENCE);
  }

  @Bean
  CustomerDirectory customerDirectory(MongoDatabase database) {
    return new MongoCustomerDirectory(database, PATIENCE);
  }

  @Bean
  EventOutlet eventOutlet(EventPublisher publisher) {
    return new KafkaEventOutlet(publisher, PATIENCE);
  }

  @Bean
  ChargeObserver chargeObserver(MeterRegistry meters) {
    return new LoggingObserver(meters);
  }

  @Bean
  VirtualThreadWindow window(
      ChargeService charges,
      ChargingProperties properties,
      SharedPace pace,
      KeyCircuit circuit,
      MeterRegistry meters) {
    VirtualThreadWindow window =
        new VirtualThreadWindow(
            charges, properties.windowSize(), pace::fitting, circuit::isOpen, CLOSE_WITHIN);
    meters.gauge("offsession.charges.window", window, VirtualThreadWindow::load);
    return window;
  }

  @Bean
  ChargeService chargeService(
      ChargeStore store,
      CustomerDirectory customers,
      PacedPaymentGateway gateway,
      EventOutlet outlet,
      ChargeObserver observer,
      InstantSource clock,
      ChargeSettings settings) {
    return new ChargeService(store, customers, gateway, outlet, observer, clock, settings);
  }

  @Bean
  ChargeIntake chargeIntake(
      ChargeStore store,
      EventOutlet outlet,
      VirtualThreadWindow window,
      ChargeObserver observer,
      InstantSource clock,
      ChargeSettings settings) {
    return new ChargeIntake(store, outlet, window, observer, clock, settings);
  }

  @Bean
  Cancellations cancellations(
      ChargeService charges, ChargeStore store, VirtualThreadWindow window, InstantSource clock) {
    return new Cancellations(charges, store, window, clock);
  }

  @Bean
  IntentEvents intentEvents(
      ChargeService charges, VirtualThreadWindow window, ChargeObserver observer) {
    return new IntentEvents(charges, new StripeIntentReader(), window, observer);
  }

  @Bean
  Orphans orphans(
      IntentEvents events,
      ChargeStore charges,
      PacedPaymentGateway gateway,
      MongoDatabase database,
      ChargeObserver observer,
      InstantSource clock) {
    MongoOrphanStore parked = new MongoOrphanStore(database, ORPHAN_PAUSE, PATIENCE);
    parked.createIndexes();
    return new Orphans(events, parked, charges, gateway, observer, clock, ORPHAN_PAUSE);
  }

  @Bean
  CustomerNews customerNews(
      CustomerDirectory customers,
      ChargeStore store,
      VirtualThreadWindow window,
      InstantSource clock) {
    return new CustomerNews(customers, store, window, clock);
  }

  @Bean
  DueRound dueRound(ChargeStore store, VirtualThreadWindow window, InstantSource clock) {
    return new DueRound(store, window, clock);
  }
}
