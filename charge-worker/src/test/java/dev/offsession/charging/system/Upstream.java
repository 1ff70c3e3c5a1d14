package dev.offsession.charging.system;

import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.SavedPaymentMethod;
import dev.offsession.schemas.topics.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The merchant's systems and payment-collector, as far as charge-worker hears of them. */
final class Upstream {
  /** A customer with saved cards, the first of them the default. */
  record Payer(String reference, String stripeId, List<String> methods, long version) {
    String card() {
      return methods.getFirst();
    }
  }

  private final EventPublisher publisher;
  private final Sim sim;

  Upstream(EventPublisher publisher, Sim sim) {
    this.publisher = publisher;
    this.sim = sim;
  }

  static String newId(String name) {
    return name + "-" + UUID.randomUUID();
  }

  /** A customer who has saved these test cards, told to charge-worker. */
  Payer payer(String... testMethods) {
    String stripeId = sim.newCustomer();
    List<String> methods = new ArrayList<>();
    for (String method : testMethods) {
      methods.add(sim.attach(stripeId, method));
    }
    Payer payer = new Payer(newId("customer"), stripeId, methods, 1);
    tell(payer);
    return payer;
  }

  /** The customer saves another card, which becomes the default. */
  Payer saves(Payer payer, String testMethod) {
    List<String> methods = new ArrayList<>(payer.methods());
    methods.addFirst(sim.attach(payer.stripeId(), testMethod));
    Payer richer = new Payer(payer.reference(), payer.stripeId(), methods, payer.version() + 1);
    tell(richer);
    return richer;
  }

  void tell(Payer payer) {
    CustomerPaymentMethods record =
        CustomerPaymentMethods.newBuilder()
            .setCustomerReference(payer.reference())
            .setStripeCustomerId(payer.stripeId())
            .setDefaultPaymentMethodId(payer.methods().isEmpty() ? null : payer.card())
            .setMethods(payer.methods().stream().map(Upstream::method).toList())
            .setChangedAt(now())
            .setVersion(payer.version())
            .build();
    publish(Topic.PAYMENT_METHOD_EVENTS, payer.reference(), record);
  }

  /** Asks for a charge of 1,200 JPY, changed as the test likes. */
  String charge(Payer payer, UnaryOperator<ChargeRequested.Builder> change) {
    ChargeRequested request = change.apply(request(payer.reference())).build();
    publish(Topic.CHARGE_REQUESTED, payer.reference(), request);
    return request.getRequestId();
  }

  String charge(Payer payer) {
    return charge(payer, UnaryOperator.identity());
  }

  static ChargeRequested.Builder request(String customer) {
    return ChargeRequested.newBuilder()
        .setRequestId(newId("charge"))
        .setCustomerReference(customer)
        .setAmountMinor(1200)
        .setCurrency("JPY")
        .setMetadata(Collections.singletonMap("order", "o-1"))
        .setRequestedAt(now());
  }

  void cancel(String requestId, String reason) {
    publish(
        Topic.CHARGE_CANCELLATION_REQUESTED,
        requestId,
        new ChargeCancellationRequested(requestId, reason, now()));
  }

  /** Does not wait until it is durable. */
  void publishSoon(Topic topic, String key, org.apache.avro.specific.SpecificRecord value) {
    var _ =
        publisher.publish(
            new OutgoingEvent(topic, key, value, newId("event"), "test", "/test", now()));
  }

  void publish(Topic topic, String key, org.apache.avro.specific.SpecificRecord value) {
    publisher
        .publish(new OutgoingEvent(topic, key, value, newId("event"), "test", "/test", now()))
        .join();
  }

  private static SavedPaymentMethod method(String id) {
    return SavedPaymentMethod.newBuilder()
        .setId(id)
        .setBrand("visa")
        .setLast4("4242")
        .setExpMonth(12)
        .setExpYear(2034)
        .build();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
