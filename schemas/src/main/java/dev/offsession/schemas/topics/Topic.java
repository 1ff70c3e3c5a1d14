package dev.offsession.schemas.topics;

import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.StripeEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Every topic of Offsession: its name, partitions, retention and record. The one table that topic
 * creation, schema registration, the AsyncAPI file and the tests are made from.
 */
public enum Topic {
  /** Upstream asks for a charge. Key: customer reference. */
  CHARGE_REQUESTED(Names.CHARGE_REQUESTED, 12, 7),
  /** Upstream withdraws a charge. Key: request id. */
  CHARGE_CANCELLATION_REQUESTED(Names.CHARGE_CANCELLATION_REQUESTED, 6, 7),
  /** What became of each charge. Key: request id. */
  CHARGE_EVENTS(Names.CHARGE_EVENTS, 12, 30),
  /** The saved methods of each customer, latest only. Key: customer reference. */
  PAYMENT_METHOD_EVENTS(Names.PAYMENT_METHOD_EVENTS, 6, Topic.COMPACTED),
  /** Verified Stripe events, for 30 days: as long as Stripe itself lists them. Key: object id. */
  STRIPE_EVENTS(Names.STRIPE_EVENTS, 12, 30),
  /** The audit trail of prompts. Key: request id. */
  PROMPT_EVENTS(Names.PROMPT_EVENTS, 6, 30);

  /** Topic names as constants, for annotations. */
  public static final class Names {
    public static final String CHARGE_REQUESTED = "charge-requested";
    public static final String CHARGE_CANCELLATION_REQUESTED = "charge-cancellation-requested";
    public static final String CHARGE_EVENTS = "charge-events";
    public static final String PAYMENT_METHOD_EVENTS = "payment-method-events";
    public static final String STRIPE_EVENTS = "stripe-events";
    public static final String PROMPT_EVENTS = "prompt-events";

    private Names() {}
  }

  private static final int COMPACTED = 0;
  private static final int DEAD_LETTER_DAYS = 30;
  private static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  private final String topicName;
  private final int partitions;
  private final int retentionDays;

  Topic(String topicName, int partitions, int retentionDays) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.retentionDays = retentionDays;
  }

  /** Name in Kafka. */
  public String topicName() {
    return topicName;
  }

  /** Name of the dead letter topic, where records that cannot be read wait whole. */
  public String deadLetterTopicName() {
    return topicName + "-dlt";
  }

  /** Partitions of the topic and of its dead letter topic. */
  public int partitions() {
    return partitions;
  }

  /** Schema of the record, as the generated class carries it. */
  public Schema schema() {
    return switch (this) {
      case CHARGE_REQUESTED -> ChargeRequested.getClassSchema();
      case CHARGE_CANCELLATION_REQUESTED -> ChargeCancellationRequested.getClassSchema();
      case CHARGE_EVENTS -> ChargeEvent.getClassSchema();
      case PAYMENT_METHOD_EVENTS -> CustomerPaymentMethods.getClassSchema();
      case STRIPE_EVENTS -> StripeEvent.getClassSchema();
      case PROMPT_EVENTS -> PromptEvent.getClassSchema();
    };
  }

  /** Subject of the record under Confluent's TopicNameStrategy. */
  public String subject() {
    return topicName + "-value";
  }

  /** Whether only the latest record of each key is kept, and a null value erases a key. */
  public boolean compacted() {
    return retentionDays == COMPACTED;
  }

  /** Kafka's settings of the topic. */
  public Map<String, String> settings() {
    return compacted() ? Map.of("cleanup.policy", "compact") : deleteAfter(retentionDays);
  }

  /**
   * Kafka's settings of the dead letter topic: 30 days for a person to look, and room for the
   * largest record of the source topic together with the headers that say what is wrong with it.
   */
  public Map<String, String> deadLetterSettings() {
    Map<String, String> settings = new HashMap<>(deleteAfter(DEAD_LETTER_DAYS));
    settings.put("max.message.bytes", Integer.toString(DEAD_LETTER_BYTES));
    return Map.copyOf(settings);
  }

  private static Map<String, String> deleteAfter(int days) {
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        Long.toString(Duration.ofDays(days).toMillis()));
  }
}
