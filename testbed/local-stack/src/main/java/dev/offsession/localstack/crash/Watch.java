package dev.offsession.localstack.crash;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.PromptEvent;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.topics.Topic;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What came out of the services: charge events, prompts, and Stripe's events on Kafka. */
final class Watch {
  /** What it listens to. */
  static final List<Topic> TOPICS =
      List.of(Topic.CHARGE_EVENTS, Topic.PROMPT_EVENTS, Topic.STRIPE_EVENTS);

  private static final Set<ChargeEventType> FINAL =
      EnumSet.of(
          ChargeEventType.SUCCEEDED,
          ChargeEventType.FAILED,
          ChargeEventType.CANCELED,
          ChargeEventType.EXPIRED,
          ChargeEventType.REJECTED);

  private final Map<String, Set<ChargeEventType>> types = new HashMap<>();
  private final Map<String, Set<String>> finalIds = new HashMap<>();
  private final Map<String, Set<String>> promptsSent = new HashMap<>();
  private final Map<String, String> intents = new HashMap<>();
  private final Set<String> announcedPaid = new HashSet<>();

  synchronized void hears(SpecificRecord record) {
    switch (record) {
      case ChargeEvent event -> add(event);
      case PromptEvent event when Prompts.asks(event) ->
          in(promptsSent, event.getRequestId()).add(event.getPromptId());
      case StripeEvent event when event.getType().equals("payment_intent.succeeded") ->
          announcedPaid.add(event.getObjectId());
      default -> {}
    }
  }

  private void add(ChargeEvent event) {
    types
        .computeIfAbsent(event.getRequestId(), _ -> EnumSet.noneOf(ChargeEventType.class))
        .add(event.getType());
    if (event.getPaymentIntentId() != null) {
      intents.put(event.getRequestId(), event.getPaymentIntentId());
    }
    if (FINAL.contains(event.getType())) {
      in(finalIds, event.getRequestId()).add(event.getEventId() + " " + event.getType());
    }
  }

  private static Set<String> in(Map<String, Set<String>> sets, String key) {
    return sets.computeIfAbsent(key, _ -> new HashSet<>());
  }

  synchronized boolean saw(String requestId, ChargeEventType type) {
    return types.getOrDefault(requestId, Set.of()).contains(type);
  }

  /** Distinct final events of a request: exactly one is right. */
  synchronized Set<String> finals(String requestId) {
    return Set.copyOf(finalIds.getOrDefault(requestId, Set.of()));
  }

  /** Distinct prompts that went out. */
  synchronized int prompts(String requestId) {
    return promptsSent.getOrDefault(requestId, Set.of()).size();
  }

  /** Whether Stripe's own word of the payment is on Kafka. */
  synchronized boolean webhookOfPayment(String requestId) {
    return announcedPaid.contains(intents.getOrDefault(requestId, ""));
  }
}
