package org.stswatch.ops;

import org.stswatch.stream.Topics;

/** How to subscribe to the demo from outside. */
final class DemoGuide {
  private static final String TEXT =
      """
      Subscribe from another terminal while this one is open:

        any language, the JSON topic:
          kcat -b %1$s -t %3$s -C -o beginning
          ./sts-watch alerts tail --bootstrap-servers %1$s --from-beginning

        Node, the Avro topic (npm install kafkajs @kafkajs/confluent-schema-registry):
          const { Kafka } = require('kafkajs');
          const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');
          const registry = new SchemaRegistry({ host: '%2$s' });
          const consumer = new Kafka({ brokers: ['%1$s'] }).consumer({ groupId: 'me' });
          (async () => {
            await consumer.subscribe({ topic: '%4$s', fromBeginning: true });
            await consumer.run({ eachMessage: async ({ message }) =>
              message.value && console.log(await registry.decode(message.value)) });
          })();

        Java, the Avro topic (io.confluent:kafka-avro-serializer):
          bootstrap.servers=%1$s
          isolation.level=read_committed
          schema.registry.url=%2$s
          value.deserializer=io.confluent.kafka.serializers.KafkaAvroDeserializer
          topic %4$s

      A record without a value marks the end of a replay; pass it over.
      """;

  private DemoGuide() {}

  static String of(String bootstrapServers, String registryUrl, Topics topics) {
    return TEXT.formatted(
        bootstrapServers, registryUrl, topics.alertsJson().name(), topics.alerts().name());
  }
}
