package dev.offsession.platform.avro;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format into the generated class that bears the writer's record name.
 * Throws {@link SerializationException} for bytes that cannot be read, and its kind {@link
 * UnavailableException} when only the registry is missing. Safe for many threads.
 */
public class ConfluentAvroDeserializer implements Deserializer<SpecificRecord> {

  static {
    AvroTrust.establish();
  }

  private final ConcurrentMap<Integer, SpecificDatumReader<SpecificRecord>> readers =
      new ConcurrentHashMap<>();
  private @Nullable SchemaRegistryClient registry;

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    registry = new SchemaRegistryClient(RegistrySettings.from(configs));
  }

  @Override
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    int id = WireFormat.schemaId(topic, bytes);
    SpecificDatumReader<SpecificRecord> reader = readers.get(id);
    if (reader == null) {
      reader = readerOf(id);
      readers.put(id, reader);
    }
    try {
      return read(reader, bytes);
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("Cannot read schema id " + id + " on " + topic, e);
    }
  }

  private static SpecificRecord read(SpecificDatumReader<SpecificRecord> reader, byte[] bytes)
      throws IOException {
    int length = bytes.length - WireFormat.HEADER_BYTES;
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER_BYTES, length, null);
    SpecificRecord datum = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new SerializationException("bytes are left over");
    }
    return datum;
  }

  private SpecificDatumReader<SpecificRecord> readerOf(int id) {
    if (registry == null) {
      throw new IllegalStateException("configure() has not been called");
    }
    Schema written = registry.schemaOf(id);
    @Nullable Class<?> type = trustedClassOf(written);
    if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
      throw new SerializationException(
          "There is no generated class " + written.getFullName() + " for schema id " + id);
    }
    Schema expected = SpecificData.get().getSchema(type);
    return new SpecificDatumReader<>(written, expected, SpecificData.getForSchema(expected));
  }

  private static @Nullable Class<?> trustedClassOf(Schema written) {
    try {
      return SpecificData.get().getClass(written);
    } catch (SecurityException _) {
      return null; // A foreign schema that names a class which is none of ours.
    }
  }
}
