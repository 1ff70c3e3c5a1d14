package dev.offsession.collector.customers.kafka;

import dev.offsession.collector.customers.CustomerService;
import dev.offsession.collector.customers.domain.PaymentMethodId;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.topics.Topic;
import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stripe's events about saved cards. Each is a hint to look; the look is the truth. */
public final class StripeEventsListener {
  private final CustomerService customers;
  private final JsonMapper json;

  public StripeEventsListener(CustomerService customers, JsonMapper json) {
    this.customers = customers;
    this.json = json;
  }

  /** Blocks until the look is stored: what fails is delivered again. */
  @KafkaListener(
      topics = Topic.Names.STRIPE_EVENTS,
      groupId = "payment-collector",
      containerFactory = "avroRecords")
  void on(ConsumerRecord<String, StripeEvent> record) {
    var event = record.value();
    switch (event.getType()) {
      case "setup_intent.succeeded" -> saved(data(event).path("object"));
      case "payment_intent.succeeded" -> paid(data(event).path("object"));
      case "payment_method.attached",
          "payment_method.detached",
          "payment_method.updated",
          "payment_method.automatically_updated" ->
          changed(data(event));
      default -> {
        // Everything else is not about saved cards.
      }
    }
  }

  private void saved(JsonNode setup) {
    refresh(text(setup, "customer"), text(setup, "payment_method"));
  }

  /** A payment saved its card when it was asked to, as the recovery page does for a new card. */
  private void paid(JsonNode payment) {
    if ("off_session".equals(text(payment, "setup_future_usage"))) {
      refresh(text(payment, "customer"), text(payment, "payment_method"));
    }
  }

  /** A detached method names its customer only among the previous values. */
  private void changed(JsonNode data) {
    var now = text(data.path("object"), "customer");
    var before = text(data.path("previous_attributes"), "customer");
    refresh(now == null ? before : now, null);
  }

  private void refresh(@Nullable String customer, @Nullable String savedMethod) {
    if (customer != null) {
      var method = savedMethod == null ? null : new PaymentMethodId(savedMethod);
      customers.refresh(new StripeCustomerId(customer), method).block();
    }
  }

  private JsonNode data(StripeEvent event) {
    return json.readTree(bytes(event.getPayload())).path("data");
  }

  private static byte[] bytes(ByteBuffer payload) {
    var bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return bytes;
  }

  private static @Nullable String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
