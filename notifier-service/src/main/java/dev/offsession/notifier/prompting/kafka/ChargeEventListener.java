package dev.offsession.notifier.prompting.kafka;

import dev.offsession.notifier.prompting.ChargeNewsService;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.topics.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Hears charge events. */
public final class ChargeEventListener {
  private final ChargeNewsService service;

  /** Tells the service. */
  public ChargeEventListener(ChargeNewsService service) {
    this.service = service;
  }

  @KafkaListener(
      id = "charge-events",
      groupId = "notifier-service",
      idIsGroup = false,
      topics = Topic.Names.CHARGE_EVENTS,
      containerFactory = "avroRecords")
  void hear(ConsumerRecord<String, ChargeEvent> event) {
    ChargeNewsReader.read(event.value()).ifPresent(service::hear);
  }
}
