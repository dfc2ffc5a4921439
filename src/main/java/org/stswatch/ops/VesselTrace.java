package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.alert.Alerts;
import org.stswatch.alert.CaseStep;
import org.stswatch.alert.Fact;
import org.stswatch.alert.Judged;
import org.stswatch.alert.Review;
import org.stswatch.detect.Answers;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.gap.Near;
import org.stswatch.gap.Surroundings;
import org.stswatch.stream.Judge;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.TimeSettings;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;

/**
 * The {@link Stages} over all sightings of a run, with what one vessel did kept: others bear
 * witness to her silences, and lead to her in chains.
 */
final class VesselTrace {
  private final String vessel;
  private final Settings settings;
  private final ReferencePack pack;
  private final Review review;
  private final Outlet input;
  private final SideEntries side;
  private final NavigableSet<Integer> heardS = new TreeSet<>();
  private final Map<String, SpecificRecord> facts = new TreeMap<>();
  private final Map<String, Encounter> encounters = new TreeMap<>();
  private final Surroundings surroundings = new Surroundings();

  VesselTrace(String vessel, Settings settings, TimeSettings time, ReferencePack pack) {
    this.vessel = vessel;
    this.settings = settings;
    this.pack = pack;
    Alerts alerts = pack.alerts(settings.alert(ProgramVersion.get()));
    Duration window = settings.duration(Setting.CLAIMS_WINDOW);
    this.side = new SideEntries(new CaseStep(alerts, window));
    this.review = new Review(alerts, window);
    Stages stages = new Stages(settings, pack, contact -> true, this::told);
    this.input = new Retrace(time, stages, this::heard, side::take);
  }

  /** The messages of the run, in their order. */
  Outlet input() {
    return input;
  }

  private void heard(VesselSighting s, long receivedMs) {
    if (Judge.isClaim(s)) {
      surroundings.take(s, receivedMs);
    } else if (s.getVesselKey().equals(vessel)) {
      heardS.add((int) s.getObservedAt().getEpochSecond());
    }
  }

  private void told(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Encounter met) {
      if (met.getVessel1().equals(vessel) || met.getVessel2().equals(vessel)) {
        encounters.put(met.getEncounterId(), met);
      }
    } else if (value instanceof ClosedMeeting || value instanceof PortCall) {
      side.take(value, 0);
    } else if (value instanceof Presence p) {
      surroundings.take(e.key(), p);
    } else {
      keep(value);
    }
  }

  /** The latest revision of a fact of hers that founds alerts. */
  private void keep(SpecificRecord told) {
    boolean founds =
        told instanceof Gap
            || told instanceof Loitering
            || told instanceof Landfall
            || told instanceof Called
            || told instanceof TwinLocation
            || told instanceof SeenBeside;
    if (founds && Fact.of(told).vessels().contains(vessel)) {
      SpecificRecord record = Fact.of(told).record();
      String of = told instanceof SeenBeside seen ? seen.getDetection().getRef() : "";
      facts.put(record.getClass().getSimpleName() + " " + Fact.of(told).start() + of, record);
    }
  }

  String vessel() {
    return vessel;
  }

  ReferencePack pack() {
    return pack;
  }

  Settings settings() {
    return settings;
  }

  /** When she was heard, s since 1970. */
  NavigableSet<Integer> heardS() {
    return heardS;
  }

  /** What she did alone, by start, each with what comes of it. */
  List<Judged> alone() {
    List<SpecificRecord> standing =
        facts.values().stream().filter(f -> !Fact.of(f).retracted()).toList();
    return review.verdicts(standing, side).stream()
        .sorted(Comparator.comparing(j -> j.fact().start()))
        .toList();
  }

  /** What was seen near her between two times and names nobody, by time. */
  List<Near> near(Instant from, Instant to) {
    return surroundings.near(vessel, from, to);
  }

  /** Which ships on AIS may be what was seen beside her. */
  List<Answers.Candidate> candidates(SeenBeside seen) {
    return review.candidates(seen, side);
  }

  /** Her encounters by start. */
  List<Encounter> encounters() {
    List<Encounter> standing = new ArrayList<>(encounters.values());
    standing.removeIf(e -> e.getStatus() == FactStatus.RETRACTED);
    standing.sort(Comparator.comparing(Encounter::getStart));
    return standing;
  }

  /** What comes of an encounter, and behind it the chain that it ends, if there is one. */
  List<Judged> verdicts(Encounter encounter) {
    return review.verdicts(List.of(encounter), side);
  }

  /** Which link is missing for a chain to end with an encounter. */
  Optional<String> missingLink(Encounter encounter) {
    return review.missingLink(encounter, side);
  }
}
