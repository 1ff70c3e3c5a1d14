package dev.offsession.charging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.stripe.StripeClient;
import dev.offsession.charging.mongo.MongoPaceBoard;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.Lane;
import dev.offsession.charging.pace.SharedPace;
import dev.offsession.charging.pace.Turns;
import dev.offsession.charging.stripe.PacedPaymentGateway;
import dev.offsession.charging.stripe.StripePaymentGateway;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How fast Stripe is called, and whether at all. */
@Configuration(proxyBeanMethods = false)
class PaceConfiguration {
  private static final Logger log = LoggerFactory.getLogger(PaceConfiguration.class);
  private static final Duration BOARD_PATIENCE = Duration.ofSeconds(5);

  @Bean
  SharedPace sharedPace(
      MongoDatabase database, ChargingProperties properties, MeterRegistry meters) {
    SharedPace pace =
        new SharedPace(
            UUID.randomUUID().toString(),
            new MongoPaceBoard(database, BOARD_PATIENCE),
            new SharedPace.Limits(
                properties.stripeAccountRate(),
                properties.stripeEndpointRate(),
                properties.lease().dividedBy(3)),
            System::nanoTime);
    for (Lane lane : Lane.values()) {
      meters.gauge(
          "offsession.stripe.pace",
          Tags.of("lane", name(lane)),
          pace,
          shared -> shared.perSecond(lane));
    }
    return pace;
  }

  @Bean
  KeyCircuit keyCircuit(ChargingProperties properties, MeterRegistry meters) {
    KeyCircuit circuit = new KeyCircuit(properties.stripeKeyPause(), System::nanoTime);
    meters.gauge("offsession.stripe.key.refused", circuit, one -> one.isOpen() ? 1 : 0);
    return circuit;
  }

  @Bean
  Turns turns(SharedPace pace) {
    return new Turns(pace, Thread::sleep);
  }

  @Bean
  StripePaymentGateway stripeGateway(
      StripeClient stripe, SharedPace pace, Turns turns, MeterRegistry meters) {
    return new StripePaymentGateway(stripe, slowDown(pace, meters), turns::await);
  }

  @Bean
  PacedPaymentGateway paymentGateway(StripePaymentGateway stripe, Turns turns, KeyCircuit circuit) {
    return new PacedPaymentGateway(stripe, turns, circuit);
  }

  @Bean
  StripeWatch stripeWatch(SharedPace pace, KeyCircuit circuit, StripePaymentGateway stripe) {
    return new StripeWatch(pace, circuit, stripe::isKeyAccepted);
  }

  @Bean
  StripeKeyHealth stripeKeyHealthIndicator(KeyCircuit circuit) {
    return new StripeKeyHealth(circuit);
  }

  /** The answer to a charge does not wait for trouble with the board. */
  private static Consumer<Set<Lane>> slowDown(SharedPace pace, MeterRegistry meters) {
    return lanes -> {
      lanes.forEach(
          lane -> meters.counter("offsession.stripe.limited", "lane", name(lane)).increment());
      try {
        pace.limited(lanes);
      } catch (RuntimeException e) {
        log.warn("Slower here, but the other instances could not be told: {}", e.toString());
      }
    };
  }

  private static String name(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }
}
