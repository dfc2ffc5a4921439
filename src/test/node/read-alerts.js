// Reads sts.alerts as a stranger would: KafkaJS for the records, @kafkajs/confluent-schema-registry for the values.
// One line of JSON per revision on standard output. Ends when every partition has been read to the END of the replay.
//   node read-alerts.js HOST:PORT REGISTRY_URL TOPIC
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [broker, registryUrl, topic] = process.argv.slice(2);
const GIVE_UP_MS = 60_000;

const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host: registryUrl });
const text = (buffer) => (buffer === undefined ? undefined : buffer.toString('utf8'));

function fail(reason) {
  console.error(`read-alerts: ${reason}`);
  process.exit(1);
}

function line(key, alert, headers) {
  return JSON.stringify({
    key,
    alertId: alert.alertId,
    revision: alert.revision,
    status: alert.status,
    severity: alert.severity,
    score: alert.score,
    parties: alert.parties.map((party) => party.vesselKey),
    startMs: Number(alert.start),
    ce_id: text(headers.ce_id),
    ce_specversion: text(headers.ce_specversion),
    ce_type: text(headers.ce_type),
    ce_subject: text(headers.ce_subject),
    contentType: text(headers['content-type']),
  });
}

/** END comes once from each partition of the last stage: its header is stage/partition/partitions. */
class Ends {
  constructor(partitions) {
    this.open = new Set(partitions);
    this.heard = new Map(partitions.map((partition) => [partition, new Set()]));
  }

  take(partition, end) {
    const [, writer, writers] = end.split('/');
    const heard = this.heard.get(partition).add(writer);
    if (heard.size === Number(writers)) this.open.delete(partition);
  }
}

async function main() {
  const admin = kafka.admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.disconnect();
  const ends = new Ends(topics[0].partitions.map((partition) => partition.partitionId));

  const consumer = kafka.consumer({ groupId: `read-alerts-${process.pid}`, readUncommitted: false });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let lines = '';
  await new Promise((done, broken) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => broken(payload.error));
    consumer.run({
      eachMessage: async ({ partition, message: { key, value, headers } }) => {
        try {
          if (value !== null) {
            lines += line(text(key), await registry.decode(value), headers) + '\n';
          } else if (headers['sts-end'] !== undefined) {
            ends.take(partition, text(headers['sts-end']));
            if (ends.open.size === 0) done();
          }
        } catch (error) {
          broken(error);
        }
      },
    }).catch(broken);
  });
  await consumer.disconnect();
  await new Promise((written) => process.stdout.write(lines, written));
}

setTimeout(() => fail(`no END on ${topic} within ${GIVE_UP_MS} ms`), GIVE_UP_MS).unref();
main().then(() => process.exit(0), (error) => fail(error.stack));
