package dev.offsession.platform.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes byte 0, the four byte id of the record's own schema under {@code <topic>-value}, and the
 * Avro bytes: Confluent's wire format. Safe for many threads. The first record of a schema asks the
 * registry; see {@link SchemaRegistryClient} for what that can throw.
 */
public class ConfluentAvroSerializer implements Serializer<SpecificRecord> {

  static {
    AvroTrust.establish();
  }

  private record Target(String topic, Schema schema) {}

  private record Encoding(int schemaId, SpecificDatumWriter<SpecificRecord> writer) {}

  private static final ThreadLocal<@Nullable BinaryEncoder> ENCODERS = new ThreadLocal<>();

  private final ConcurrentMap<Target, Encoding> encodings = new ConcurrentHashMap<>();
  private @Nullable SchemaRegistryClient registry;
  private String suffix = "-value";

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    registry = new SchemaRegistryClient(RegistrySettings.from(configs));
    suffix = isKey ? "-key" : "-value";
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord datum) {
    if (datum == null) {
      return null;
    }
    Target target = new Target(topic, datum.getSchema());
    Encoding encoding = encodings.get(target);
    if (encoding == null) {
      encoding = encodingFor(target);
      encodings.put(target, encoding);
    }
    return encode(datum, target, encoding);
  }

  private byte[] encode(SpecificRecord datum, Target target, Encoding encoding) {
    var out = new ByteArrayOutputStream(512);
    out.writeBytes(WireFormat.header(encoding.schemaId));
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, ENCODERS.get());
      ENCODERS.set(encoder);
      encoding.writer.write(datum, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      ENCODERS.remove(); // It may hold half of the refused record.
      throw new SerializationException(
          "Cannot write " + target.schema.getFullName() + " to " + target.topic, e);
    }
  }

  private Encoding encodingFor(Target target) {
    if (registry == null) {
      throw new IllegalStateException("configure() has not been called");
    }
    int id = registry.idOf(target.topic + suffix, target.schema);
    return new Encoding(
        id, new SpecificDatumWriter<>(target.schema, SpecificData.getForSchema(target.schema)));
  }
}
