package dev.offsession.collector.links.kafka;

import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.topics.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** A charge that has ended ends its links. */
public final class ChargeEventsListener {
  private final LinkService links;

  public ChargeEventsListener(LinkService links) {
    this.links = links;
  }

  /** Blocks until the links are ended: what fails is delivered again. */
  @KafkaListener(
      topics = Topic.Names.CHARGE_EVENTS,
      groupId = "payment-collector-links",
      containerFactory = "avroRecords")
  void on(ConsumerRecord<String, ChargeEvent> record) {
    var end = endOf(record.value().getType());
    if (end != null) {
      links.endAllOfCharge(record.value().getRequestId(), end).block();
    }
  }

  private static @Nullable LinkEnd endOf(ChargeEventType type) {
    return switch (type) {
      case SUCCEEDED -> LinkEnd.PAID;
      case CANCELED -> LinkEnd.CANCELED;
      case EXPIRED -> LinkEnd.EXPIRED;
      case FAILED, REJECTED -> LinkEnd.FAILED;
      case UNKNOWN,
          ACCEPTED,
          PROCESSING,
          AUTHENTICATION_REQUIRED,
          PAYMENT_METHOD_REQUIRED,
          RETRY_SCHEDULED,
          CONFLICTING_DUPLICATE ->
          null;
    };
  }
}
