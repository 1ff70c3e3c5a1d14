package dev.offsession.platform.avro;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Makes the configured serializer and deserializer, with the settings that keep ids equal. */
public final class AvroSerdes {

  private final AvroProperties avro;
  private final Map<String, Object> configs;

  AvroSerdes(AvroProperties avro, RegistrySettings registry) {
    this.avro = avro;
    this.configs = configs(avro, registry);
  }

  /** A configured serializer for record values, safe for many threads. */
  @SuppressWarnings("unchecked") // The class is configuration; a wrong one fails at its first use.
  public Serializer<SpecificRecord> serializer() {
    var serializer = (Serializer<SpecificRecord>) Utils.newInstance(avro.serializerClass());
    serializer.configure(configs, false);
    return serializer;
  }

  /** A configured deserializer for record values, safe for many threads. */
  @SuppressWarnings("unchecked") // The class is configuration; a wrong one fails at its first use.
  public Deserializer<SpecificRecord> deserializer() {
    AvroTrust.establish();
    var deserializer = (Deserializer<SpecificRecord>) Utils.newInstance(avro.deserializerClass());
    deserializer.configure(configs, false);
    return deserializer;
  }

  private static Map<String, Object> configs(AvroProperties avro, RegistrySettings registry) {
    Map<String, Object> configs = new HashMap<>();
    configs.put(RegistrySettings.URL, registry.url());
    configs.put(RegistrySettings.REGISTER, registry.register());
    configs.put(RegistrySettings.REQUEST_TIMEOUT_MS, registry.requestTimeout().toMillis());
    configs.put(RegistrySettings.RETRY_FOR_MS, registry.retryFor().toMillis());
    if (!registry.userInfo().isEmpty()) {
      configs.put("basic.auth.credentials.source", "USER_INFO");
      configs.put(RegistrySettings.USER_INFO, registry.userInfo());
    }
    // Confluent's classes need these to find the same id and to read generated classes.
    configs.put("avro.remove.java.properties", true);
    configs.put("specific.avro.reader", true);
    configs.put("normalize.schemas", true);
    configs.putAll(avro.properties());
    return configs;
  }
}
