package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.usecase.ChargeIntake;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Requests, a poll at a time: stored by a majority, then committed. No Stripe call happens here.
 * When the window is full, {@link IntakeValve} pauses the partitions and the backlog stays in
 * Kafka.
 */
public final class ChargeRequestListener {
  /** Name of the listener's container. */
  public static final String ID = "charge-requested";

  private final ChargeIntake intake;
  private final IntakeValve valve;

  public ChargeRequestListener(ChargeIntake intake, IntakeValve valve) {
    this.intake = intake;
    this.valve = valve;
  }

  @KafkaListener(
      id = ID,
      idIsGroup = false,
      groupId = "charge-worker",
      topics = Topic.Names.CHARGE_REQUESTED,
      containerFactory = "avroBatches")
  void on(List<ConsumerRecord<String, ChargeRequested>> batch) {
    List<ChargeRequest> requests = batch.stream().map(Requests::of).toList();
    intake.accept(requests);
    valve.adjust();
  }
}
