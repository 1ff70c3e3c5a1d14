package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.usecase.Orphans;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Stripe's events about PaymentIntents: noted, then committed. All others are not for us. */
public final class StripeEventListener {
  private final Orphans events;

  public StripeEventListener(Orphans events) {
    this.events = events;
  }

  @KafkaListener(
      groupId = "charge-worker-stripe-events",
      topics = Topic.Names.STRIPE_EVENTS,
      containerFactory = "avroRecords")
  void on(ConsumerRecord<String, StripeEvent> message) {
    StripeEvent event = message.value();
    if (event.getType().startsWith("payment_intent.")) {
      Optional<IdempotencyKey> key =
          Optional.ofNullable(event.getRequestIdempotencyKey())
              .filter(text -> !text.isBlank())
              .map(IdempotencyKey::new);
      events.on(event.getEventId(), key, bytes(event.getPayload()));
    }
  }

  private static byte[] bytes(ByteBuffer payload) {
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return bytes;
  }
}
