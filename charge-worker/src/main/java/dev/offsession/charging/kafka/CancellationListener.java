package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.usecase.Cancellations;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.topics.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Cancellations: noted, then committed. */
public final class CancellationListener {
  private final Cancellations cancellations;

  public CancellationListener(Cancellations cancellations) {
    this.cancellations = cancellations;
  }

  @KafkaListener(
      groupId = "charge-worker-cancellations",
      topics = Topic.Names.CHARGE_CANCELLATION_REQUESTED,
      containerFactory = "avroRecords")
  void on(ConsumerRecord<String, ChargeCancellationRequested> message) {
    ChargeCancellationRequested wish = message.value();
    cancellations.cancel(new ChargeRequestId(wish.getRequestId()), wish.getReason());
  }
}
