package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.platform.trace.TraceParent;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The trace that a record travels in. A listener of batches asks for each record's own. */
public final class RecordTrace {

  private RecordTrace() {}

  /** The record's {@code traceparent}; empty when it has none, or one that is malformed. */
  public static Optional<TraceParent> of(ConsumerRecord<?, ?> delivered) {
    Header header = delivered.headers().lastHeader(TraceParent.HEADER);
    return header == null || header.value() == null
        ? Optional.empty()
        : TraceParent.parse(new String(header.value(), UTF_8));
  }
}
