package dev.offsession.charging.kafka;

import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.usecase.CustomerNews;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.topics.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Customers and their saved methods: kept, then committed. A tombstone forgets the customer. */
public final class CustomerListener {
  private final CustomerNews news;

  public CustomerListener(CustomerNews news) {
    this.news = news;
  }

  @KafkaListener(
      groupId = "charge-worker-customers",
      topics = Topic.Names.PAYMENT_METHOD_EVENTS,
      containerFactory = "avroRecords")
  void on(ConsumerRecord<String, @Nullable CustomerPaymentMethods> message) {
    CustomerPaymentMethods customer = message.value();
    if (customer == null) {
      news.erased(new CustomerReference(message.key()));
    } else {
      news.changed(Requests.of(customer));
    }
  }
}
