package org.stswatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.stswatch.alert.CaseStep;
import org.stswatch.alert.CloudEvents;
import org.stswatch.alert.FlatAlert;
import org.stswatch.encounter.MeetingStep;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.RunEnd;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Cells;
import org.stswatch.stream.GateSettings;
import org.stswatch.stream.Multicast;
import org.stswatch.stream.Pipeline;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.PublicSink;
import org.stswatch.stream.Stage;
import org.stswatch.stream.TimeSettings;
import org.stswatch.stream.Topics;
import org.stswatch.track.TrackStep;

/**
 * The whole system, in the order in which the data moves. The numbers are those of
 * docs/ARCHITECTURE.md.
 */
public final class WatchTopology {
  private static final String ALERT_SCHEMA = "schemas/Alert.avsc";

  private final Settings settings;
  private final TimeSettings time;
  private final Topics topics;
  private final Partitions partitions;
  private final SchemaRegistryClient registry;

  public WatchTopology(
      Settings settings,
      TimeSettings time,
      Topics topics,
      Partitions partitions,
      SchemaRegistryClient registry) {
    this.settings = settings;
    this.time = time;
    this.topics = topics;
    this.partitions = partitions;
    this.registry = registry;
  }

  /**
   * The topology.
   *
   * @param pack what the encounters and the alerts ask
   * @param version of the program, shown in alerts
   */
  public Topology build(StreamsBuilder builder, ReferencePack pack, String version) {
    return build(new Pipeline(builder, true), pack, version);
  }

  /** The same without the store on disk that keeps the process id over a crash. */
  public Topology inMemory(StreamsBuilder builder, ReferencePack pack, String version) {
    return build(new Pipeline(builder, false), pack, version);
  }

  /** The same through a pipeline of the caller's. */
  public Topology build(Pipeline p, ReferencePack pack, String version) {
    int radiusM = settings.encounter().searchRadiusM();
    Cells cells = ProximityStep.cells(radiusM);

    // 1 the gate: bytes become events or rejects, the time of receipt a watermark
    var inputs = p.gate(gate());
    var claims =
        p.edge(
            inputs,
            "claims",
            partitions.cases(),
            Set.of(VoyageStatement.class, WatchlistEntry.class, VesselReport.class),
            Multicast.ofAll());

    // 2 one vessel: fixes, segments, samples at grid times, to every cell near them
    var sightings = p.within(inputs, "track", Set.of(VesselSighting.class));
    var track = p.step(sightings, new TrackStep(settings.track(), cells), trackStage(), false);
    var samples =
        p.edge(track, "cell", partitions.cell(), Set.of(Sample.class), Multicast.ofTime());

    // 3 one cell at one time: who is near whom
    var proximity =
        p.step(
            samples,
            new ProximityStep(cells, radiusM),
            stage(partitions.cell(), "cell", partitions.input(), "pair"),
            true);
    var contacts =
        p.edge(proximity, "pair", partitions.pair(), Set.of(Contact.class), Multicast.ofTime());

    // 4 two vessels: contacts become encounters
    var meetings =
        p.step(
            contacts,
            new MeetingStep(settings.encounter(), pack.nearestPort()),
            stage(partitions.pair(), "pair", partitions.cell(), "case"),
            true);
    var facts =
        p.edge(meetings, "case", partitions.cases(), Set.of(Encounter.class), Multicast.ofTime());

    // 5 one subject: facts and claims become alerts
    var cases =
        p.step(
            p.both(facts, claims, "facts-and-claims"),
            new CaseStep(
                pack.alerts(settings.alert(version)), settings.duration(Setting.CLAIMS_WINDOW)),
            caseStage(),
            true);

    publish(p, inputs, track, proximity, meetings, cases);
    return p.build();
  }

  private void publish(
      Pipeline p,
      KStream<String, SpecificRecord> inputs,
      KStream<String, SpecificRecord> track,
      KStream<String, SpecificRecord> proximity,
      KStream<String, SpecificRecord> meetings,
      KStream<String, SpecificRecord> cases) {
    PublicSink rejects =
        PublicSink.of(Reject.class, new PublicSerializer<>(Reject.class, registry));
    p.publish(inputs, "rejects", topics.rejects().name(), rejects, List.of(Reject.class));
    p.publish(track, "rejects-end", topics.rejects().name(), rejects, List.of(RunEnd.class));
    PublicSink encounters =
        PublicSink.of(Encounter.class, new PublicSerializer<>(Encounter.class, registry));
    p.publish(
        p.keyed(meetings, "encounter-id", Encounter.class, Encounter::getEncounterId),
        "encounters",
        topics.encounters().name(),
        encounters,
        List.of(Encounter.class, RunEnd.class));
    p.publish(
        proximity, "encounters-end", topics.encounters().name(), encounters, List.of(RunEnd.class));
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

  private GateSettings gate() {
    return new GateSettings(
        time,
        partitions.input(),
        "track",
        Map.of(
            topics.sightings().name(),
            new GateSettings.Input(
                "track", false, true, new PublicDecoder<>(VesselSighting.class, registry)),
            topics.voyageStatements().name(),
            claims(VoyageStatement.class),
            topics.watchlist().name(),
            claims(WatchlistEntry.class),
            topics.reports().name(),
            claims(VesselReport.class)));
  }

  private GateSettings.Input claims(Class<? extends SpecificRecord> type) {
    return new GateSettings.Input("claims", true, false, new PublicDecoder<>(type, registry));
  }

  private Stage trackStage() {
    return new Stage(
        partitions.input(), Map.of("track", 1), List.of("cell"), time.tickStep().toMillis());
  }

  private Stage caseStage() {
    return new Stage(
        partitions.cases(),
        Map.of("case", partitions.pair(), "claims", partitions.input()),
        List.of(),
        time.tickStep().toMillis());
  }

  private Stage stage(int own, String from, int upstream, String to) {
    return new Stage(own, Map.of(from, upstream), List.of(to), time.tickStep().toMillis());
  }
}
