package dev.offsession.systemtests.foreign;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * A producer written from an {@code .avsc} file alone: Avro's generic records, the id of that
 * schema from the registry, and the Confluent wire format (a zero byte, the id in four bytes, the
 * Avro binary).
 */
public final class ForeignProducer implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final String REGISTRY_JSON = "application/vnd.schemaregistry.v1+json";

  private final KafkaProducer<String, byte[]> producer;
  private final String registry;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  /**
   * @param registry base address of the Confluent-compatible API
   */
  public ForeignProducer(String bootstrapServers, String registry) {
    this.registry = registry;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "compression.type", "lz4"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** The schema as its file says it. */
  public static Schema schemaIn(Path file) throws IOException {
    return new Schema.Parser().parse(Files.readString(file));
  }

  /** Publishes and waits for the broker's acknowledgement. */
  public void publish(String topic, String key, GenericRecord value) throws Exception {
    send(topic, key, inWireFormat(schemaId(topic, value.getSchema()), value));
  }

  /** Publishes bytes as they are, also such that nobody can read. */
  public void send(String topic, String key, byte[] value) throws Exception {
    send(new ProducerRecord<>(topic, key, value));
  }

  /** Publishes a record with its headers. */
  public void send(ProducerRecord<String, byte[]> message) throws Exception {
    producer.send(message).get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  /** Looks the schema up under the topic's subject; it must be registered there already. */
  private int schemaId(String topic, Schema schema) throws IOException, InterruptedException {
    String body = json.writeValueAsString(Map.of("schema", schema.toString()));
    var request =
        HttpRequest.newBuilder(URI.create(registry + "/subjects/" + topic + "-value"))
            .timeout(TIMEOUT)
            .header("Content-Type", REGISTRY_JSON)
            .POST(BodyPublishers.ofString(body))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("the registry answered " + response.statusCode() + " for " + topic);
    }
    return json.readTree(response.body()).path("id").intValue();
  }

  private static byte[] inWireFormat(int schemaId, GenericRecord value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var header = new DataOutputStream(bytes);
    header.writeByte(0);
    header.writeInt(schemaId);
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    producer.close();
    http.close();
  }
}
