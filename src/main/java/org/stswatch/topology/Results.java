package org.stswatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.kstream.KStream;
import org.stswatch.alert.CloudEvents;
import org.stswatch.alert.FlatAlert;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reject;
import org.stswatch.event.state.RunEnd;
import org.stswatch.stream.Pipeline;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.PublicSink;
import org.stswatch.stream.Topics;

/** What goes out, to which topic and in which form; behind the last record of a replay its END. */
final class Results {
  private static final String ALERT_SCHEMA = "schemas/Alert.avsc";

  private final Pipeline p;
  private final Topics topics;
  private final SchemaRegistryClient registry;

  Results(Pipeline p, Topics topics, SchemaRegistryClient registry) {
    this.p = p;
    this.topics = topics;
    this.registry = registry;
  }

  void rejects(KStream<String, SpecificRecord> gate, KStream<String, SpecificRecord> track) {
    PublicSink sink = sink(Reject.class);
    String topic = topics.rejects().name();
    p.publish(gate, "rejects", topic, sink, List.of(Reject.class));
    p.publish(track, "rejects-end", topic, sink, List.of(RunEnd.class));
  }

  void encounters(
      KStream<String, SpecificRecord> proximity, KStream<String, SpecificRecord> meetings) {
    PublicSink sink = sink(Encounter.class);
    String topic = topics.encounters().name();
    var keyed = p.keyed(meetings, "encounter-id", Encounter.class, Encounter::getEncounterId);
    p.publish(keyed, "encounters", topic, sink, List.of(Encounter.class, RunEnd.class));
    p.publish(proximity, "encounters-end", topic, sink, List.of(RunEnd.class));
  }

  void vesselFacts(
      KStream<String, SpecificRecord> voyages,
      KStream<String, SpecificRecord> reception,
      KStream<String, SpecificRecord> dark) {
    p.publish(
        p.keyed(voyages, "call-id", PortCall.class, PortCall::getCallId),
        "port-calls",
        topics.portCalls().name(),
        sink(PortCall.class),
        List.of(PortCall.class, RunEnd.class));
    p.publish(
        p.keyed(reception, "gap-id", Gap.class, Gap::getGapId),
        "gaps",
        topics.gaps().name(),
        sink(Gap.class),
        List.of(Gap.class, RunEnd.class));
    p.publish(dark, "gaps-end", topics.gaps().name(), sink(Gap.class), List.of(RunEnd.class));
  }

  void alerts(KStream<String, SpecificRecord> cases) {
    PublicSink avro =
        PublicSink.of(
            Alert.class,
            new PublicSerializer<>(Alert.class, registry),
            alert -> CloudEvents.headers(alert, "application/avro", ALERT_SCHEMA));
    p.publish(cases, "alerts", topics.alerts().name(), avro, List.of(Alert.class, RunEnd.class));
    p.publish(cases, "alerts-current", topics.alertsCurrent().name(), avro, List.of(Alert.class));
    PublicSink json =
        new PublicSink(
            (topic, alert) -> FlatAlert.of((Alert) alert).getBytes(UTF_8),
            alert -> CloudEvents.headers((Alert) alert, "application/json", ALERT_SCHEMA));
    p.publish(cases, "alerts-json", topics.alertsJson().name(), json, List.of(Alert.class));
  }

  private <T extends SpecificRecord> PublicSink sink(Class<T> type) {
    return PublicSink.of(type, new PublicSerializer<>(type, registry));
  }
}
