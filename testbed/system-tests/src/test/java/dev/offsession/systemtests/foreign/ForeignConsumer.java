package dev.offsession.systemtests.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads whole topics from their beginning: raw, or as generic records with the writer's schema from
 * the registry. One thread only.
 */
public final class ForeignConsumer implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int HEADER_BYTES = 5;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String registry;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final Map<Integer, Schema> schemas = new HashMap<>();

  public ForeignConsumer(String bootstrapServers, String registry, List<String> topics) {
    this.registry = registry;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What has come since the last call. */
  public List<ConsumerRecord<byte[], byte[]>> poll() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    return records;
  }

  /** Everything up to the ends that the topics have now. */
  public List<ConsumerRecord<byte[], byte[]>> readToEnd() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      records.addAll(poll());
    }
    return records;
  }

  /** A value in the Confluent wire format as a generic record. */
  public GenericRecord decode(byte[] value) {
    var buffer = ByteBuffer.wrap(value);
    if (buffer.get() != 0) {
      throw new IllegalArgumentException("not in the Confluent wire format");
    }
    Schema writer = schemas.computeIfAbsent(buffer.getInt(), this::fetchSchema);
    var decoder =
        DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, null);
    try {
      return new GenericDatumReader<GenericRecord>(writer).read(null, decoder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Schema fetchSchema(int id) {
    var request = HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).build();
    try {
      var body = http.send(request, BodyHandlers.ofString()).body();
      return new Schema.Parser().parse(json.readTree(body).path("schema").asString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the registry", interrupted);
    }
  }

  @Override
  public void close() {
    consumer.close();
    http.close();
  }
}
