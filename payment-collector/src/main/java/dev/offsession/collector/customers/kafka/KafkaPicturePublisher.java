package dev.offsession.collector.customers.kafka;

import dev.offsession.collector.customers.PicturePublisher;
import dev.offsession.collector.customers.domain.Picture;
import dev.offsession.collector.customers.domain.SavedCard;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.SavedPaymentMethod;
import dev.offsession.schemas.topics.Topic;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Pictures on {@code payment-method-events}, under the customer's reference. */
public final class KafkaPicturePublisher implements PicturePublisher {
  private static final String SOURCE = "/payment-collector";

  private final EventPublisher events;
  private final Clock clock;

  public KafkaPicturePublisher(EventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Mono<Void> publish(Picture picture) {
    // The publisher may block while it looks for Kafka, so it never runs on an event loop.
    return Mono.defer(() -> Mono.fromFuture(events.publish(event(picture))))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private OutgoingEvent event(Picture picture) {
    return switch (picture) {
      case Picture.Methods methods ->
          event(picture, record(methods), "customer.payment_methods", methods.changedAt());
      case Picture.Erased _ -> event(picture, null, "customer.erased", clock.instant());
    };
  }

  private static OutgoingEvent event(
      Picture picture, @Nullable CustomerPaymentMethods value, String type, Instant time) {
    var reference = picture.reference().value();
    return new OutgoingEvent(
        Topic.PAYMENT_METHOD_EVENTS,
        reference,
        value,
        reference + "#" + picture.version(),
        type,
        SOURCE,
        time);
  }

  private static CustomerPaymentMethods record(Picture.Methods picture) {
    var chosen = picture.methods().defaultMethod();
    return CustomerPaymentMethods.newBuilder()
        .setCustomerReference(picture.reference().value())
        .setStripeCustomerId(picture.stripeId().value())
        .setDefaultPaymentMethodId(chosen == null ? null : chosen.value())
        .setMethods(picture.methods().cards().stream().map(KafkaPicturePublisher::method).toList())
        .setChangedAt(picture.changedAt())
        .setVersion(picture.version())
        .build();
  }

  private static SavedPaymentMethod method(SavedCard card) {
    return SavedPaymentMethod.newBuilder()
        .setId(card.id().value())
        .setBrand(card.brand())
        .setLast4(card.last4())
        .setExpMonth(card.expMonth())
        .setExpYear(card.expYear())
        .setFingerprint(card.fingerprint())
        .build();
  }
}
