package dev.offsession.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.foreign.ForeignConsumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Everything on charge-events so far, as an upstream system reads it. */
public final class ChargeEvents implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final ForeignConsumer consumer;
  private final List<GenericRecord> seen = new ArrayList<>();

  ChargeEvents(Stack stack) {
    consumer = new ForeignConsumer(stack.kafka(), stack.registry(), List.of("charge-events"));
  }

  /** The event of that type, once it is there. */
  public GenericRecord await(String requestId, String type) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      poll();
      for (GenericRecord event : of(requestId)) {
        if (event.get("type").toString().equals(type)) {
          return event;
        }
      }
    }
    throw new AssertionError(
        "no %s of %s in %d s, only %s"
            .formatted(type, requestId, PATIENCE.toSeconds(), typesOf(requestId)));
  }

  /** The types of the request's events in their order. */
  public List<String> typesOf(String requestId) {
    return of(requestId).stream().map(event -> event.get("type").toString()).toList();
  }

  private List<GenericRecord> of(String requestId) {
    return seen.stream()
        .filter(event -> event.get("request_id").toString().equals(requestId))
        .toList();
  }

  private void poll() {
    consumer.poll().forEach(message -> seen.add(consumer.decode(message.value())));
  }

  /** The named field of a nullable detail record, which must be there. */
  public static String detail(GenericRecord event, String record, String field) {
    assertThat(event.get(record)).as("%s of %s", record, event.get("type")).isNotNull();
    return String.valueOf(((GenericRecord) event.get(record)).get(field));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
