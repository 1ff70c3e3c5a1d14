/*
 * Reads charge-events as any team outside Java would: KafkaJS, and the Confluent client that looks each
 * schema id up in the registry. Prints `event` and a JSON object per record and ends after the final event of the
 * charge it was asked for.
 *
 * usage: node read-charge-events.mjs <bootstrap servers> <registry, ending in /apis/ccompat/v7> <request id>
 */
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;
const [brokers, registryUrl, requestId] = process.argv.slice(2);
const FINAL = ['SUCCEEDED', 'FAILED', 'CANCELED', 'EXPIRED', 'REJECTED'];
const PATIENCE_MS = 30000;

CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({ clientId: 'another-team', brokers: brokers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: `another-team-${Date.now()}` });

const tooLate = setTimeout(() => {
  console.error(`no final event of ${requestId} after ${PATIENCE_MS} ms`);
  process.exit(1);
}, PATIENCE_MS);

await consumer.connect();
await consumer.subscribe({ topics: ['charge-events'], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const event = await registry.decode(message.value);
    const asText = JSON.stringify(event, (_, value) => (typeof value === 'bigint' ? Number(value) : value));
    console.log(`event ${asText}`);
    if (event.request_id === requestId && FINAL.includes(event.type)) {
      clearTimeout(tooLate);
      setTimeout(() => consumer.disconnect().then(() => process.exit(0)), 0);
    }
  },
});
