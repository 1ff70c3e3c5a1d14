package dev.offsession.platform.kafka;

import dev.offsession.schemas.ChargeRequested;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** A service that does nothing but listen, by record or by batch, and fails when told to. */
final class ListeningService implements AutoCloseable {

  /** What the listener was given, in order, and how it is to react. */
  static final class Inbox {
    final List<@Nullable ChargeRequested> received = new CopyOnWriteArrayList<>();
    final List<String> traces = new CopyOnWriteArrayList<>();
    volatile Reaction reaction = _ -> {};

    List<String> requestIds() {
      return received.stream().map(r -> r == null ? "null" : r.getRequestId()).toList();
    }
  }

  /** Throws to refuse a delivery. */
  interface Reaction {
    void to(ConsumerRecord<String, ChargeRequested> delivered);
  }

  private final ConfigurableApplicationContext context;

  private ListeningService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ListeningService byRecord(String topic, String group, Map<String, String> settings) {
    return start(RecordListener.class, topic, group, settings);
  }

  static ListeningService byBatch(String topic, String group, Map<String, String> settings) {
    return start(BatchListener.class, topic, group, settings);
  }

  private static ListeningService start(
      Class<?> listener, String topic, String group, Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("test.topic", topic);
    all.put("test.group", group);
    all.put("offsession.kafka.back-off-first", "50ms");
    all.put("offsession.kafka.back-off-max", "200ms");
    return new ListeningService(
        new SpringApplicationBuilder(Application.class, listener)
            .web(WebApplicationType.NONE)
            .properties(all)
            .run());
  }

  Inbox inbox() {
    return context.getBean(Inbox.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {
        MongoAutoConfiguration.class,
        MongoReactiveAutoConfiguration.class,
        DataMongoReactiveAutoConfiguration.class
      },
      excludeName = {
        "dev.offsession.platform.mongo.MongoPlatformAutoConfiguration",
        "dev.offsession.platform.stripe.StripeAutoConfiguration"
      })
  static class Application {
    @Bean
    Inbox inbox() {
      return new Inbox();
    }
  }

  static class RecordListener {
    private final Inbox inbox;

    RecordListener(Inbox inbox) {
      this.inbox = inbox;
    }

    @KafkaListener(
        topics = "${test.topic}",
        groupId = "${test.group}",
        containerFactory = "avroRecords")
    void on(ConsumerRecord<String, ChargeRequested> delivered) {
      inbox.reaction.to(delivered);
      inbox.traces.add(dev.offsession.platform.trace.TraceParent.currentOrNew().value());
      inbox.received.add(delivered.value());
    }
  }

  static class BatchListener {
    private final Inbox inbox;

    BatchListener(Inbox inbox) {
      this.inbox = inbox;
    }

    @KafkaListener(
        topics = "${test.topic}",
        groupId = "${test.group}",
        containerFactory = "avroBatches")
    void on(List<ConsumerRecord<String, ChargeRequested>> batch) {
      batch.forEach(inbox.reaction::to);
      batch.forEach(delivered -> inbox.received.add(delivered.value()));
    }
  }
}
