package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.encounter.EncounterSettings;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Geodesy;
import org.stswatch.ops.NearMeeting.Lack;

/** The gates between the fixes of a pair and an encounter, in the order of the data. */
final class PairGates {
  /** Before and after the time asked for: half a day shows what went before and what followed. */
  private static final Duration AROUND = Duration.ofHours(12);

  private static final String BOTH_SAMPLED = "both sampled at once";

  private final PairTrace trace;
  private final EncounterSettings settings;
  private final Optional<NearMeeting> meeting;
  private final @Nullable Encounter fact;
  private final int fromS;
  private final int toS;
  private final SampledTimes sampledA;
  private final SampledTimes sampledB;
  private final List<Gate> gates = new ArrayList<>();

  PairGates(PairTrace trace, Instant time) {
    this.trace = trace;
    this.settings = trace.settings().encounter();
    this.meeting = NearMeeting.around(time, trace);
    this.fact = meeting.map(NearMeeting::fact).orElse(null);
    int from = (int) time.minus(AROUND).getEpochSecond();
    int to = (int) time.plus(AROUND).getEpochSecond();
    this.fromS = fact == null ? from : (int) Math.min(from, fact.getStart().getEpochSecond());
    this.toS = fact == null ? to : (int) Math.max(to, fact.getEnd().getEpochSecond());
    this.sampledA = SampledTimes.of(trace, trace.pair().a(), fromS, toS);
    this.sampledB = SampledTimes.of(trace, trace.pair().b(), fromS, toS);
    gates.add(fixes(trace.pair().a(), sampledA));
    gates.add(fixes(trace.pair().b(), sampledB));
    samples(trace.pair().a(), sampledA);
    samples(trace.pair().b(), sampledB);
    distance();
    durations();
    speeds();
    silence();
  }

  List<Gate> all() {
    return gates;
  }

  /** The meeting that is nearest to an encounter, if the two met at all. */
  Optional<NearMeeting> meeting() {
    return meeting;
  }

  Instant from() {
    return Instant.ofEpochSecond(fromS);
  }

  Instant to() {
    return Instant.ofEpochSecond(toS);
  }

  private static Gate fixes(String vessel, SampledTimes s) {
    return Gate.atLeast("fixes of " + vessel, s.fixes(), 1, "fixes");
  }

  private void samples(String vessel, SampledTimes s) {
    long gap = trace.settings().track().maxInterpolationGap().toMinutes();
    String kn = Gate.shown(trace.settings().track().sampleMaxKn());
    String times = "of " + s.gridTimes() + " grid times";
    gates.add(Gate.context(vessel + ": segments with samples", s.segments(), "segments"));
    gates.add(Gate.context(vessel + ": sampled", s.sampled(), times));
    gates.add(Gate.context(vessel + ": not, silent over " + gap + " min", s.silent(), times));
    gates.add(Gate.context(vessel + ": not, faster than " + kn + " kn", s.fast(), times));
    gates.add(Gate.context(vessel + ": not, off the track", s.other(), times));
    gates.add(Gate.context(vessel + ": sampled, MMSI contested", s.contested(), times));
  }

  /** Where there was contact the meeting's own distance, else the nearest at any grid time. */
  private void distance() {
    int both = 0;
    Integer nearestM = null;
    var others = trace.samples(trace.pair().b()).subMap(fromS, true, toS, true);
    for (var at : others.entrySet()) {
      for (Sample a :
          trace.samples(trace.pair().a()).getOrDefault(at.getKey(), Map.of()).values()) {
        for (Sample b : at.getValue().values()) {
          int metres = metres(a, b);
          nearestM = nearestM == null || metres < nearestM ? (Integer) metres : nearestM;
        }
      }
      both += isSampled(trace.pair().a(), at.getKey()) && !at.getValue().isEmpty() ? 1 : 0;
    }
    gates.add(Gate.atLeast(BOTH_SAMPLED, both, 1, "grid times"));
    Number least = fact == null ? nearestM : (Integer) fact.getMinDistanceM();
    gates.add(Gate.atMost("least distance at a grid time", least, settings.searchRadiusM(), "m"));
  }

  private boolean isSampled(String vessel, int timeS) {
    return !trace.samples(vessel).getOrDefault(timeS, Map.of()).isEmpty();
  }

  private static int metres(Sample a, Sample b) {
    double metres =
        Geodesy.distanceM(
            a.getLat6() / 1e6, a.getLon6() / 1e6, b.getLat6() / 1e6, b.getLon6() / 1e6);
    return (int) Math.round(metres);
  }

  private void durations() {
    String either = settings.criteria().size() > 1 ? " (either distance)" : "";
    for (Criterion c : settings.criteria()) {
      String within = " within " + c.maxDistanceM() + " m" + either;
      long least = NearMeeting.leastTogether(settings, c).toMinutes();
      Number longest =
          meeting
              .map(m -> m.runs().stream().mapToInt(run -> together(run, c)).max().orElse(0))
              .orElse(null);
      Number together = fact == null ? null : (Integer) together(fact, c);
      gates.add(Gate.atLeast("longest run" + within, longest, least, "min"));
      gates.add(Gate.atLeast("together" + within, together, least, "min"));
      gates.add(
          Gate.atLeast("start to end" + within, startToEnd(c), c.minDuration().toMinutes(), "min"));
    }
  }

  private int together(Encounter in, Criterion c) {
    return NearMeeting.togetherMinutes(
        trace.contactsM(), in, c.maxDistanceM(), settings.gridStep());
  }

  /** From the first contact within the distance to the last, minutes. */
  private @Nullable Number startToEnd(Criterion c) {
    if (fact == null) {
      return null;
    }
    int startS = (int) fact.getStart().getEpochSecond();
    int endS = (int) fact.getEnd().getEpochSecond();
    int[] near =
        trace.contactsM().subMap(startS, true, endS, true).entrySet().stream()
            .filter(e -> e.getValue() <= c.maxDistanceM())
            .mapToInt(Map.Entry::getKey)
            .toArray();
    return near.length == 0 ? 0 : (near[near.length - 1] - near[0]) / 60;
  }

  private void speeds() {
    double limit = settings.maxMedianSpeedKn();
    Number kn1 = fact == null ? null : (Double) fact.getMedianSpeedKn1();
    Number kn2 = fact == null ? null : (Double) fact.getMedianSpeedKn2();
    gates.add(speed("median speed of " + trace.pair().a(), kn1, limit));
    gates.add(speed("median speed of " + trace.pair().b(), kn2, limit));
  }

  private static Gate speed(String name, @Nullable Number kn, double limit) {
    return Double.isInfinite(limit)
        ? Gate.context(name, kn, "kn")
        : Gate.below(name, kn, limit, "kn");
  }

  private void silence() {
    long most = settings.bridgeMax().toMinutes();
    Number silent = fact == null ? null : (Integer) fact.getSilentMinutes();
    String party = fact == null ? "" : " (" + fact.getSilentParty() + ")";
    gates.add(
        Gate.context("silence bridged" + party + ", each at most " + most + " min", silent, "min"));
  }

  /** One sentence without a name for what it lacks: why there is no encounter. */
  String lack() {
    if (meeting.isPresent() && meeting.get().lacks() != Lack.NOTHING) {
      String least = gate(prefix(meeting.get().lacks())).told();
      return meeting.get().lacks() == Lack.TOGETHER ? together() : least;
    }
    Gate failed = gates.stream().filter(Gate::failed).findFirst().orElseThrow();
    return failed.name().equals(BOTH_SAMPLED)
        ? failed.told()
            + "; "
            + sampledA.told(trace.pair().a())
            + "; "
            + sampledB.told(trace.pair().b())
        : failed.told();
  }

  private String together() {
    return gate("longest run").failed() ? gate("longest run").told() : gate("together").told();
  }

  private static String prefix(Lack lack) {
    return switch (lack) {
      case LOW_SPEED -> "median speed";
      case DURATION -> "start to end";
      case TOGETHER, NOTHING -> "together";
    };
  }

  /** The first of this name that failed, else the first. */
  private Gate gate(String prefix) {
    List<Gate> named = gates.stream().filter(g -> g.name().startsWith(prefix)).toList();
    return named.stream().filter(Gate::failed).findFirst().orElse(named.get(0));
  }
}
