package dev.offsession.ingest.backfill.kafka;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.BackfillRegister;
import dev.offsession.ingest.backfill.domain.BackfillState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the backfill's few facts as metadata of committed offsets, in a group that nobody joins
 * (docs/adr/0008). Kafka replicates them and forgets them a week after the last write
 * (offsets.retention.minutes); then the newest event on the topic says where to begin.
 */
final class KafkaBackfillRegister implements BackfillRegister, AutoCloseable {

  private static final long TIMEOUT_SECONDS = 10;

  private final Admin admin;
  private final String group;
  private final TopicPartition stateSlot;
  private final TopicPartition requestSlot;
  private final JsonMapper json;

  KafkaBackfillRegister(Admin admin, String group, String topic, JsonMapper json) {
    this.admin = admin;
    this.group = group;
    this.stateSlot = new TopicPartition(topic, 0);
    this.requestSlot = new TopicPartition(topic, 1);
    this.json = json;
  }

  @Override
  public Optional<BackfillState> state() {
    return read(stateSlot, BackfillState.class);
  }

  @Override
  public void store(BackfillState state) {
    write(stateSlot, state);
  }

  @Override
  public Optional<BackfillRequest> request() {
    return read(requestSlot, BackfillRequest.class);
  }

  @Override
  public void ask(BackfillRequest request) {
    write(requestSlot, request);
  }

  @Override
  public void close() {
    admin.close();
  }

  private void write(TopicPartition slot, Object fact) {
    var offset = new OffsetAndMetadata(0, json.writeValueAsString(fact));
    await(admin.alterConsumerGroupOffsets(group, Map.of(slot, offset)).all());
  }

  private <T> Optional<T> read(TopicPartition slot, Class<T> type) {
    Map<TopicPartition, @Nullable OffsetAndMetadata> all =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    OffsetAndMetadata found = all.get(slot);
    return found == null ? Optional.empty() : Optional.of(parsed(found.metadata(), type));
  }

  private <T> T parsed(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JacksonException e) {
      throw new BackfillException("group " + group + " holds what this version cannot read", e);
    }
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new BackfillException("Kafka does not keep the backfill's state: " + cause(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackfillException("the service stops", e);
    }
  }

  private static String cause(Exception e) {
    Throwable cause = e.getCause();
    return (cause == null ? e : cause).getClass().getSimpleName();
  }
}
