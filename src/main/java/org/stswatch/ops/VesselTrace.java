package org.stswatch.ops;

import java.time.Duration;
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
import org.stswatch.encounter.MeetingStep;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.TimeSettings;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;
import org.stswatch.track.TrackStep;
import org.stswatch.vessel.PairKey;
import org.stswatch.voyage.VoyageStep;

/**
 * The steps of the topology over all sightings of a run, in this process and without Kafka, with
 * what one vessel did kept: others bear witness to her silences, and lead to her in chains.
 */
final class VesselTrace {
  private final String vessel;
  private final ReferencePack pack;
  private final Review review;
  private final Outlet input;
  private final SideEntries side;
  private final NavigableSet<Long> heardS = new TreeSet<>();
  private final Map<String, SpecificRecord> facts = new TreeMap<>();
  private final Map<String, Encounter> encounters = new TreeMap<>();

  VesselTrace(String vessel, Settings settings, TimeSettings time, ReferencePack pack) {
    this.vessel = vessel;
    this.pack = pack;
    Alerts alerts = pack.alerts(settings.alert(ProgramVersion.get()));
    Duration window = settings.duration(Setting.CLAIMS_WINDOW);
    this.side = new SideEntries(new CaseStep(alerts, window));
    this.review = new Review(alerts, window);
    this.input = new Retrace(time, chain(settings), this::heard, side::take);
  }

  /** The stages 2 to 6 of the topology. */
  private StepRunner<?> chain(Settings settings) {
    int radiusM = settings.encounter().searchRadiusM();
    Cells cells = ProximityStep.cells(radiusM);
    var meetings =
        new StepRunner<>(new MeetingStep(settings.encounter(), pack.nearestPort()), this::met);
    var proximity =
        new StepRunner<>(
            new ProximityStep(cells, radiusM),
            e -> {
              Contact c = (Contact) e.value();
              meetings.on(new PairKey(c.getA(), c.getB()).toString(), c);
            },
            meetings);
    var gap = settings.track().maxInterpolationGap();
    var reception = new StepRunner<>(new ReceptionStep(gap), e -> keep(e.value()));
    var voyages =
        new StepRunner<>(
            new VoyageStep(gap, pack.harbours(), ReceptionStep.areas()),
            e -> sailed(e, reception),
            reception);
    return new StepRunner<>(
        new TrackStep(settings.track(), cells),
        e -> {
          if (e.value() instanceof Sample) {
            proximity.on(e.key(), e.value());
          } else if (e.value() instanceof Passage) {
            voyages.on(e.key(), e.value());
          }
        },
        proximity,
        voyages);
  }

  /** The messages of the run, in their order. */
  Outlet input() {
    return input;
  }

  private void heard(VesselSighting s) {
    if (s.getVesselKey().equals(vessel)) {
      heardS.add(s.getObservedAt().getEpochSecond());
    }
  }

  private void met(Emit e) {
    if (e.value() instanceof Encounter told) {
      if (told.getVessel1().equals(vessel) || told.getVessel2().equals(vessel)) {
        encounters.put(told.getEncounterId(), told);
      }
    } else if (e.value() instanceof ClosedMeeting) {
      side.take(e.value(), 0);
    }
  }

  private void sailed(Emit e, StepRunner<?> reception) {
    SpecificRecord told = e.value();
    if (told instanceof Presence || told instanceof Gap || told instanceof TwinLocation) {
      reception.on(e.key(), told);
    } else if (told instanceof PortCall) {
      side.take(told, 0);
    } else {
      keep(told);
    }
  }

  /** The latest revision of a fact of hers that founds alerts. */
  private void keep(SpecificRecord told) {
    boolean founds =
        told instanceof Gap
            || told instanceof Loitering
            || told instanceof Landfall
            || told instanceof Called
            || told instanceof TwinLocation;
    if (founds && Fact.of(told).vessels().contains(vessel)) {
      SpecificRecord record = Fact.of(told).record();
      facts.put(record.getClass().getSimpleName() + " " + Fact.of(told).start(), record);
    }
  }

  String vessel() {
    return vessel;
  }

  ReferencePack pack() {
    return pack;
  }

  /** When she was heard, s since 1970. */
  NavigableSet<Long> heardS() {
    return heardS;
  }

  /** What she did alone, by start, each with what comes of it. */
  List<Judged> alone() {
    return review.verdicts(List.copyOf(facts.values()), side).stream()
        .sorted(Comparator.comparing(j -> j.fact().start()))
        .toList();
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
