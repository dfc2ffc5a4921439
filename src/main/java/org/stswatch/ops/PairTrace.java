package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.alert.Alerts;
import org.stswatch.alert.CaseStep;
import org.stswatch.alert.Judged;
import org.stswatch.alert.Review;
import org.stswatch.alert.Verdict;
import org.stswatch.dark.Possibilities;
import org.stswatch.encounter.EncounterSettings;
import org.stswatch.encounter.MeetingStep;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.stream.Judge;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.TimeSettings;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;
import org.stswatch.vessel.PairKey;

/** The {@link Stages} over all sightings of a run, with everything kept that concerns one pair. */
final class PairTrace {
  private final PairKey pair;
  private final Settings settings;
  private final ReferencePack pack;
  private final Review review;
  private final Outlet input;
  private final SideEntries side;
  private final Map<String, NavigableMap<Integer, VesselSighting>> fixes = new TreeMap<>();
  private final Map<String, NavigableMap<Integer, Map<Integer, Sample>>> samples = new TreeMap<>();
  private final NavigableMap<Integer, Map<Long, Contact>> contacts = new TreeMap<>();
  private final Map<String, Encounter> encounters = new TreeMap<>();
  private final Map<String, DarkMeeting> unseen = new TreeMap<>();
  private final Possibilities possibilities = new Possibilities();

  PairTrace(PairKey pair, Settings settings, TimeSettings time, ReferencePack pack) {
    this.pair = pair;
    this.settings = settings;
    this.pack = pack;
    Alerts alerts = pack.alerts(settings.alert(ProgramVersion.get()));
    Duration window = settings.duration(Setting.CLAIMS_WINDOW);
    this.side = new SideEntries(new CaseStep(alerts, window));
    this.review = new Review(alerts, window);
    for (String vessel : List.of(pair.a(), pair.b())) {
      fixes.put(vessel, new TreeMap<>());
      samples.put(vessel, new TreeMap<>());
    }
    Stages stages = new Stages(settings, pack, this::isOfOne, this::told);
    this.input = new Retrace(time, stages, this::heard, side::take);
  }

  /** The messages of the run, in their order. */
  Outlet input() {
    return input;
  }

  private void heard(VesselSighting s, long receivedMs) {
    NavigableMap<Integer, VesselSighting> own = fixes.get(s.getVesselKey());
    if (own != null && !Judge.isClaim(s)) {
      own.putIfAbsent((int) s.getObservedAt().getEpochSecond(), s);
    }
  }

  /** Whom the two met with besides each other may count for a report. */
  private boolean isOfOne(Contact c) {
    return fixes.containsKey(c.getA()) || fixes.containsKey(c.getB());
  }

  private void told(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Sample s) {
      sampled(s);
    } else if (value instanceof Contact c && pair.equals(new PairKey(c.getA(), c.getB()))) {
      Map<Long, Contact> then = contacts.computeIfAbsent(c.getTimeS(), at -> new TreeMap<>());
      put(then, c.getCell(), c, c.getRemoved());
    } else if (value instanceof Encounter met && e.key().equals(pair.toString())) {
      encounters.put(met.getEncounterId(), met);
    } else if (value instanceof ClosedMeeting || value instanceof PortCall) {
      side.take(value, 0);
    } else {
      outOfSight(e);
    }
  }

  private void outOfSight(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Gap gap && fixes.containsKey(gap.getVessel())) {
      possibilities.take(gap);
    } else if (value instanceof Silence silence) {
      possibilities.take(e.key(), silence);
    } else if (value instanceof Stop stop) {
      possibilities.take(e.key(), stop);
    } else if (value instanceof DarkMeeting met && e.key().equals(pair.toString())) {
      unseen.put(met.getMeetingId(), met);
    }
  }

  private void sampled(Sample s) {
    var own = samples.get(s.getVessel());
    if (own != null) {
      var then = own.computeIfAbsent(s.getTimeS(), at -> new TreeMap<>());
      put(then, s.getSegmentS(), s, s.getRemoved());
    }
  }

  private static <K, V> void put(Map<K, V> at, K writer, V value, boolean removed) {
    if (removed) {
      at.remove(writer);
    } else {
      at.put(writer, value);
    }
  }

  PairKey pair() {
    return pair;
  }

  Settings settings() {
    return settings;
  }

  /** The first accepted fix of each second, by s since 1970. */
  NavigableMap<Integer, VesselSighting> fixes(String vessel) {
    return Objects.requireNonNull(fixes.get(vessel));
  }

  /** The samples by grid time, then by segment. */
  NavigableMap<Integer, Map<Integer, Sample>> samples(String vessel) {
    return Objects.requireNonNull(samples.get(vessel));
  }

  /** The nearest distance of the pair at each grid time of contact, metres, by s since 1970. */
  NavigableMap<Integer, Integer> contactsM() {
    NavigableMap<Integer, Integer> nearest = new TreeMap<>();
    contacts.forEach(
        (at, byCell) ->
            byCell.values().forEach(c -> nearest.merge(at, c.getDistanceM(), Math::min)));
    return nearest;
  }

  /** The encounters of the pair, by start. */
  List<Encounter> encounters() {
    return standing(encounters);
  }

  /** What the encounters would be under other settings. */
  List<Encounter> encounters(EncounterSettings other) {
    Map<String, Encounter> latest = new TreeMap<>();
    var meetings =
        new StepRunner<>(
            new MeetingStep(other, pack.nearestPort()),
            e -> {
              if (e.value() instanceof Encounter told) {
                latest.put(told.getEncounterId(), told);
              }
            });
    contacts.values().forEach(all -> all.values().forEach(c -> meetings.on(pair.toString(), c)));
    meetings.wake(Long.MAX_VALUE);
    return standing(latest);
  }

  private static List<Encounter> standing(Map<String, Encounter> latest) {
    List<Encounter> standing = new ArrayList<>(latest.values());
    standing.removeIf(e -> e.getStatus() == FactStatus.RETRACTED);
    standing.sort(Comparator.comparing(Encounter::getStart));
    return standing;
  }

  /** What comes of an encounter, with all that the run claims beside it. */
  Verdict verdict(Encounter encounter) {
    return review.verdicts(List.of(encounter), side).get(0).verdict();
  }

  /** What comes of all that the two did, or could have done out of sight. */
  List<Judged> verdicts() {
    List<SpecificRecord> facts = new ArrayList<>(encounters());
    unseen.values().stream().filter(m -> !m.getRetracted()).forEach(facts::add);
    return review.verdicts(facts, side);
  }

  /** What silences and stops come to between the two, be it a meeting out of sight or not. */
  Possibilities possibilities() {
    return possibilities;
  }
}
