package dev.offsession.platform.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The wire format, byte for byte, for every record. Whatever serializer is configured must write
 * these bytes; a change of one of these files is a break with every running reader.
 */
class GoldenBytesTest {

  private static final int ID = 0x01020304;

  @ParameterizedTest
  @EnumSource
  void areWritten(Topic topic) throws Exception {
    try (var registry = new StubRegistry();
        var serializer = new ConfluentAvroSerializer()) {
      registry.know(ID, topic.subject(), topic.schema());
      serializer.configure(Map.of(RegistrySettings.URL, registry.url()), false);

      byte[] bytes = serializer.serialize(topic.topicName(), Examples.of(topic));

      assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(golden(topic));
    }
  }

  @ParameterizedTest
  @EnumSource
  void areRead(Topic topic) throws Exception {
    try (var registry = new StubRegistry();
        var deserializer = new ConfluentAvroDeserializer()) {
      registry.know(ID, topic.subject(), topic.schema());
      deserializer.configure(Map.of(RegistrySettings.URL, registry.url()), false);

      byte[] bytes = HexFormat.of().parseHex(golden(topic));

      assertThat(deserializer.deserialize(topic.topicName(), bytes)).isEqualTo(Examples.of(topic));
    }
  }

  @ParameterizedTest
  @EnumSource
  void areAvroBehindFiveBytesForAnyoneWithTheFile(Topic topic) throws Exception {
    Path file = Path.of("../schemas/src/main/avro", topic.schema().getName() + ".avsc");
    Schema schema = new Schema.Parser().parse(Files.readString(file));
    byte[] bytes = HexFormat.of().parseHex(golden(topic));
    var decoder = DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null);

    GenericRecord read = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);

    assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(decoder.isEnd()).isTrue();
    assertThat(read.getSchema().getFullName()).isEqualTo(topic.schema().getFullName());
  }

  /** By hand, from the Avro specification: zig-zag lengths, UTF-8, zig-zag varint. */
  @Test
  void areWhatTheSpecificationsSay() throws Exception {
    String requestId = "0a" + "7265715f31"; // 5 letters: req_1
    String reason = "1e" + "6f726465722077697468647261776e"; // 15 letters: order withdrawn
    String noon = "80f8b784c168"; // 1795435200000 milliseconds

    assertThat(golden(Topic.CHARGE_CANCELLATION_REQUESTED))
        .isEqualTo("0001020304" + requestId + reason + noon);
  }

  private static String golden(Topic topic) throws IOException {
    Path file = Path.of("src/test/resources/golden", topic.schema().getName() + ".hex");
    return Files.readString(file).replaceAll("\\s", "");
  }
}
