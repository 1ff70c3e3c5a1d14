package dev.offsession.charging;

import dev.offsession.charging.kafka.CancellationListener;
import dev.offsession.charging.kafka.ChargeRequestListener;
import dev.offsession.charging.kafka.CustomerListener;
import dev.offsession.charging.kafka.IntakeValve;
import dev.offsession.charging.kafka.StripeEventListener;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.usecase.Cancellations;
import dev.offsession.charging.usecase.ChargeIntake;
import dev.offsession.charging.usecase.CustomerNews;
import dev.offsession.charging.usecase.DueRound;
import dev.offsession.charging.usecase.Orphans;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** What drives the use cases: Kafka and time. */
@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {
  private static final Duration ORPHAN_PAUSE = Duration.ofMinutes(1);
  private static final int ORPHANS_MAX = 100;

  @Bean
  IntakeValve intakeValve(KafkaListenerEndpointRegistry containers, VirtualThreadWindow window) {
    return new IntakeValve(containers, window::isFull);
  }

  @Bean
  ChargeRequestListener chargeRequestListener(ChargeIntake intake, IntakeValve valve) {
    return new ChargeRequestListener(intake, valve);
  }

  @Bean
  CancellationListener cancellationListener(Cancellations cancellations) {
    return new CancellationListener(cancellations);
  }

  @Bean
  StripeEventListener stripeEventListener(Orphans events) {
    return new StripeEventListener(events);
  }

  @Bean
  CustomerListener customerListener(CustomerNews news) {
    return new CustomerListener(news);
  }

  @Bean
  DueLoop dueLoop(
      DueRound round, VirtualThreadWindow window, IntakeValve valve, ChargingProperties settings) {
    return new DueLoop(round::run, window::room, valve::adjust, settings.duePause());
  }

  /** A look each minute; the circuit's rest is its rest too. */
  @Bean
  DueLoop orphanLoop(Orphans orphans, KeyCircuit circuit) {
    return new DueLoop(
        orphans::round, () -> circuit.isOpen() ? 0 : ORPHANS_MAX, () -> {}, ORPHAN_PAUSE);
  }
}
