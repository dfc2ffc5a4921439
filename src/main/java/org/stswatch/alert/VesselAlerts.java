package org.stswatch.alert;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.AisGaps;
import org.stswatch.detect.Code;
import org.stswatch.detect.DarkRendezvousObserved;
import org.stswatch.detect.DetectionEvidence;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.DprkTankers;
import org.stswatch.detect.FalseDestination;
import org.stswatch.detect.Finding;
import org.stswatch.detect.Place;
import org.stswatch.detect.ReportEvidence;
import org.stswatch.detect.VesselCase;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.Severity;
import org.stswatch.event.state.Loitering;
import org.stswatch.geo.Geodesy;
import org.stswatch.port.Zone;

/** Alerts about one vessel: silences, loitering, port calls and two places at once. */
public final class VesselAlerts {
  /**
   * Loitering nearer to the shore says nothing, metres (20 NM: GlobalFishingWatch/pipe-loitering).
   */
  public static final double LOITERING_FROM_SHORE_M = 20 * Geodesy.METRES_PER_NM;

  /**
   * A ship without a link to the mission is alerted from this severity on. Silence and drifting are
   * common (Starboard refuses alerts of any vessel's silence): constructed traffic of 750 ships
   * gave 217 such alerts in two days. The facts are published all the same. A number that two ships
   * use is rarer, and bounds what is said of either: it is told at INFO.
   */
  public static final Severity UNLINKED_FROM = Severity.MEDIUM;

  private final Scope scope;
  private final AlertRecord records;
  private final int portExclusionM;

  /**
   * @param portExclusionM nearer to a port nothing that was seen beside a ship is raised, metres; 0
   *     for no rule
   */
  VesselAlerts(Scope scope, AlertRecord records, int portExclusionM) {
    this.scope = scope;
    this.records = records;
    this.portExclusionM = portExclusionM;
  }

  Verdict judge(VesselCase c, List<Zone> here) {
    List<Finding> findings = Detectors.findings(d -> d.judge(c));
    boolean called = c.call().isPresent();
    boolean linked = called || c.ship().missionLink().isPresent();
    List<Evidence> evidence = scope.evidence(findings, linked, limit(c));
    Score score = Score.of(evidence);
    List<Silence> silences = new ArrayList<>();
    scope.silences(linked, here).ifPresent(silences::add);
    if (called && findings.stream().allMatch(f -> f.title() == null)) { // none about the call
      silences.add(new Silence("ORDINARY", "A port call like others."));
    }
    if (!DprkTankers.isAttested(c)) {
      c.gap().flatMap(VesselAlerts::nothing).ifPresent(silences::add);
    }
    c.loitering().flatMap(l -> nothing(l, c.place())).ifPresent(silences::add);
    c.landfall().flatMap(l -> nothing(c)).ifPresent(silences::add);
    c.seen().ifPresent(s -> nothing(c, silences));
    if (!linked && c.twins().isEmpty() && isWeak(c, evidence)) {
      silences.add(
          new Silence("WEAK", "Alone it says too little of a ship without a link to the mission."));
    }
    boolean reported = Alone.isToldOf(Fact.of(c.fact()), c.claims().reported());
    return new Verdict(records.of(c, findings, score), silences, reported, again(c, findings));
  }

  /**
   * What a sensor saw says nothing of a transfer: without others it is our finding all the same.
   */
  private static Optional<Evidence> limit(VesselCase c) {
    return c.seen()
        .map(s -> "own finding by AIS and what " + DetectionEvidence.sensor(s) + " saw")
        .map(own -> ReportEvidence.limit(c.testimony(), own))
        .orElseGet(() -> ReportEvidence.limit(c.testimony()));
  }

  /**
   * Whether all that speaks for it is too little of a ship without a link. A denial or clearance
   * says how much is left of an alert, and hides none; and what others said as well is told from
   * the same score on, though it stays LOW under scope THEATRE as all that is without a link.
   */
  private static boolean isWeak(VesselCase c, List<Evidence> evidence) {
    Set<String> passedOver = new HashSet<>(Set.of(Code.DENIED.name(), Code.CLEARED.name()));
    if (c.testimony().isCorroborated()) {
      passedOver.add(Code.NO_LINK.name());
    }
    List<Evidence> rest = evidence.stream().filter(e -> !passedOver.contains(e.getCode())).toList();
    return Score.of(rest).severity().compareTo(UNLINKED_FROM) < 0;
  }

  /** What findings say; and a call is judged again when all that ended by its end are known. */
  private static @Nullable Instant again(VesselCase c, List<Finding> findings) {
    Stream<Instant> known =
        c.call().isPresent() && !c.asOf().isAfter(c.end())
            ? Stream.of(c.end().plusSeconds(1))
            : Stream.empty();
    Stream<Instant> found = findings.stream().flatMap(f -> Stream.ofNullable(f.again()));
    return Stream.concat(known, found).min(naturalOrder()).orElse(null);
  }

  private static Optional<Silence> nothing(Gap gap) {
    return AisGaps.isNothing(gap.getReception())
        .map(why -> new Silence(gap.getReception().name(), why + "."));
  }

  private static Optional<Silence> nothing(VesselCase c) {
    return FalseDestination.isNothing(c).map(why -> new Silence("NO_FALSE_DESTINATION", why + "."));
  }

  /** Of what was seen beside it. */
  private void nothing(VesselCase c, List<Silence> silences) {
    DarkRendezvousObserved.isNothing(c)
        .map(why -> new Silence("ON_AIS", why + "."))
        .ifPresent(silences::add);
    if (c.place().portDistanceM() < portExclusionM) {
      silences.add(Silence.nearPort(c.place(), portExclusionM));
    }
  }

  private static Optional<Silence> nothing(Loitering loitering, Place place) {
    return place.shoreDistanceM() >= LOITERING_FROM_SHORE_M || !place.zones().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Silence(
                "NEAR_SHORE",
                place.shoreDistanceM() + " m from the shore, nearer than 20 NM, and in no zone."));
  }
}
