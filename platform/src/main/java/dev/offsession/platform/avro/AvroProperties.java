package dev.offsession.platform.avro;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which classes turn records into bytes and back.
 *
 * @param serializerClass writes {@link SpecificRecord}s in Confluent's wire format
 * @param deserializerClass reads them
 * @param properties further settings of both classes, under their own names
 */
@ConfigurationProperties("offsession.avro")
record AvroProperties(
    @DefaultValue("dev.offsession.platform.avro.ConfluentAvroSerializer")
        Class<? extends Serializer<?>> serializerClass,
    @DefaultValue("dev.offsession.platform.avro.ConfluentAvroDeserializer")
        Class<? extends Deserializer<?>> deserializerClass,
    @DefaultValue Map<String, String> properties) {}
