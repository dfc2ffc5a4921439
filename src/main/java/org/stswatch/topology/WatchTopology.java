package org.stswatch.topology;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.stswatch.alert.CaseStep;
import org.stswatch.dark.DarkStep;
import org.stswatch.encounter.MeetingStep;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Multicast;
import org.stswatch.stream.Pipeline;
import org.stswatch.stream.Stage;
import org.stswatch.stream.TimeSettings;
import org.stswatch.stream.Topics;
import org.stswatch.track.TrackStep;
import org.stswatch.voyage.VoyageStep;

/** The whole system, in the order in which the data moves; numbers as in docs/ARCHITECTURE.md. */
public final class WatchTopology {
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
    var inputs = p.gate(Doorway.settings(time, partitions, topics, registry));
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
        p.edge( // all hours of a cell in one partition: contacts of a pair come in their order
            track,
            "cell",
            partitions.cell(),
            Set.of(Sample.class),
            Multicast.ofTime(CellTime::place));

    // 3 one cell in one hour: who is near whom
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
        p.edge(
            meetings,
            "case",
            partitions.cases(),
            Set.of(Encounter.class, ClosedMeeting.class),
            Multicast.of(ClosedMeeting.class));

    // 5 one vessel's voyage behind the watermark: silences, port calls, loitering
    var passages = p.within(track, "voyage", Set.of(Passage.class));
    Duration gap = settings.track().maxInterpolationGap();
    var voyages =
        p.step(
            passages,
            new VoyageStep(gap, pack.harbours(), ReceptionStep.areas()),
            stage(partitions.input(), "voyage", 1, "area", "vessel", "stop"),
            true);
    var calls =
        p.edge(
            voyages,
            "vessel",
            partitions.cases(),
            Set.of(PortCall.class, Called.class, Loitering.class, Landfall.class),
            Multicast.of(PortCall.class));

    // 6 one area: who was heard there while a vessel was silent, or something was seen
    var seen = p.within(inputs, "seen", Set.of(Detection.class));
    var signs =
        p.edge(
            p.both(voyages, seen, "voyages-and-seen"),
            "area",
            partitions.pair(),
            Set.of(Presence.class, Gap.class, TwinLocation.class, Detection.class),
            Multicast.ofTime());
    var reception =
        p.step(
            signs,
            new ReceptionStep(gap),
            stage(partitions.pair(), "area", partitions.input(), "gap", "silence"),
            true);
    var gaps =
        p.edge(
            reception,
            "gap",
            partitions.cases(),
            Set.of(Gap.class, TwinLocation.class, SeenBeside.class),
            Multicast.ofTime());

    // 7 some waters: who lay there, and who may have been there unseen
    var stops = p.edge(voyages, "stop", partitions.pair(), Set.of(Stop.class), Multicast.ofTime());
    var silences =
        p.edge(reception, "silence", partitions.pair(), Set.of(Silence.class), Multicast.ofTime());
    var dark =
        p.step(
            p.both(stops, silences, "stops-and-silences"),
            new DarkStep(),
            stage(
                partitions.pair(),
                Map.of("stop", partitions.input(), "silence", partitions.pair()),
                "dark"),
            true);
    var unseen =
        p.edge(dark, "dark", partitions.cases(), Set.of(DarkMeeting.class), Multicast.ofTime());

    // 8 one subject: facts and claims become alerts
    var known = p.both(p.both(facts, claims, "facts-and-claims"), calls, "facts-and-calls");
    var cases =
        p.step(
            p.both(p.both(known, gaps, "facts-and-gaps"), unseen, "facts-and-unseen"),
            new CaseStep(
                pack.alerts(settings.alert(version)), settings.duration(Setting.CLAIMS_WINDOW)),
            caseStage(),
            true);

    Results results = new Results(p, topics, registry);
    results.rejects(inputs, track);
    results.encounters(proximity, meetings);
    results.vesselFacts(voyages, reception, dark);
    results.alerts(cases);
    return p.build();
  }

  private Stage trackStage() {
    return new Stage(
        partitions.input(),
        Map.of("track", 1),
        List.of("cell", "voyage"),
        Set.of("voyage"),
        time.tickStep().toMillis());
  }

  private Stage caseStage() {
    return stage(
        partitions.cases(),
        Map.of(
            "case", partitions.pair(),
            "claims", partitions.input(),
            "vessel", partitions.input(),
            "gap", partitions.pair(),
            "dark", partitions.pair()));
  }

  private Stage stage(int own, String from, int upstream, String... to) {
    return stage(own, Map.of(from, upstream), to);
  }

  private Stage stage(int own, Map<String, Integer> upstreams, String... to) {
    return new Stage(own, upstreams, List.of(to), time.tickStep().toMillis());
  }
}
