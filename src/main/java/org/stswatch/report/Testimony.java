package org.stswatch.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.VesselReport;

/**
 * All that reports say of one encounter, or of what one ship did, sorted by what it is worth; and
 * who stands behind it, our own AIS finding included. A pure function of the set of reports.
 *
 * @param byWorth the reports of each worth, by id; a worth that none has is left out
 * @param originators one name for each independent origin of the suspicion, our own first
 * @param disciplines with what those origins observed
 */
public record Testimony(
    Map<Worth, List<Match>> byWorth, List<String> originators, List<String> disciplines) {

  /** What a report is worth. */
  public enum Worth {
    /** Says that the transfer took place, independently and with a grade that carries. */
    COUNTS,
    /** Says so with a grade below C3: context, whatever the number of such reports. */
    UNRELIABLE,
    /** Speaks of the ships and says something else, or takes no responsibility for it. */
    CONTEXT,
    /** May speak of something else that the ships did. */
    AMBIGUOUS,
    /** Denies it. */
    DENIAL,
    /** An authority clears the ship. */
    CLEARANCE,
    /** Somebody else clears it, or an authority before it happened: changes nothing. */
    POWERLESS
  }

  /** Originators that make a corroboration, our own included (E18 in the plan; Reuters had two). */
  public static final int LEAST_ORIGINATORS = 2;

  /** Disciplines that make one (E18 in the plan: two who saw the same AIS saw one thing). */
  public static final int LEAST_DISCIPLINES = 2;

  public Testimony {
    byWorth = Map.copyOf(byWorth);
    originators = List.copyOf(originators);
    disciplines = List.copyOf(disciplines);
  }

  /** Nobody says anything: our own finding alone. */
  public static Testimony none() {
    return new Testimony(Map.of(), List.of(Origins.OWN), List.of(Disciplines.AIS));
  }

  /** What the reports say of a transfer. */
  public static Testimony of(
      Scene scene, Collection<VesselReport> reports, Matching matching, Authorities authorities) {
    return of(scene, reports, matching, authorities, Set.of(ClaimKind.STS_TRANSFER));
  }

  /**
   * What the reports say.
   *
   * @param reports all that are known, of these ships or of others
   * @param asserting claims that are the suspicion itself
   */
  public static Testimony of(
      Scene scene,
      Collection<VesselReport> reports,
      Matching matching,
      Authorities authorities,
      Set<ClaimKind> asserting) {
    List<Match> matches = reports.stream().flatMap(r -> matching.of(r, scene).stream()).toList();
    if (matches.isEmpty()) {
      return none();
    }
    Map<Worth, List<Match>> byWorth = new EnumMap<>(Worth.class);
    matches.stream()
        .sorted(Comparator.comparing(m -> m.report().getReportId()))
        .forEach(
            m ->
                byWorth
                    .computeIfAbsent(
                        worth(m, scene, authorities, asserting), w -> new ArrayList<>())
                    .add(m));
    List<VesselReport> counting =
        byWorth.getOrDefault(Worth.COUNTS, List.of()).stream()
            .map(Match::report)
            .filter(r -> !mayBeOurs(r, scene))
            .toList();
    Set<VesselReport> known = new HashSet<>(matches.stream().map(Match::report).toList());
    reports.stream().filter(r -> matching.names(r, scene)).forEach(known::add);
    Scene.Sensed sensed = scene.sensed();
    Set<String> ours = sensed == null ? Set.of() : sensed.names();
    return of(byWorth, counting, new Origins(known, ours));
  }

  private static Testimony of(
      Map<Worth, List<Match>> byWorth, List<VesselReport> counting, Origins origins) {
    Map<String, List<VesselReport>> independent = origins.independent(counting);
    List<String> originators = new ArrayList<>(List.of(Origins.OWN));
    originators.addAll(independent.keySet());
    Set<String> disciplines =
        Disciplines.union(independent.values().stream().flatMap(List::stream).toList());
    disciplines.add(Disciplines.AIS);
    return new Testimony(byWorth, originators, List.copyOf(disciplines));
  }

  /**
   * Who is only assumed to be independent may have looked at the very picture that is part of our
   * own finding, if he saw with nothing else (decision 0024).
   */
  private static boolean mayBeOurs(VesselReport report, Scene scene) {
    Scene.Sensed sensed = scene.sensed();
    return sensed != null
        && report.getIndependence() != Independence.STATED
        && Disciplines.areOnly(sensed.with(), report);
  }

  private static Worth worth(
      Match match, Scene scene, Authorities authorities, Set<ClaimKind> asserting) {
    if (match.doubt().isPresent()) {
      return Worth.AMBIGUOUS;
    }
    return switch (match.report().getStance()) {
      case ASSERT -> ofAssertion(match.report(), asserting);
      case DENY -> Worth.DENIAL;
      case CLEAR -> clears(match, scene, authorities) ? Worth.CLEARANCE : Worth.POWERLESS;
      case NO_COMMENT, UNKNOWN -> Worth.CONTEXT;
    };
  }

  private static Worth ofAssertion(VesselReport report, Set<ClaimKind> asserting) {
    if (!asserting.contains(report.getClaim()) || report.getIndependence() == Independence.NONE) {
      return Worth.CONTEXT;
    }
    return Grade.isPoor(report) ? Worth.UNRELIABLE : Worth.COUNTS;
  }

  /** Nobody can be cleared of what was still to come, or by a description. */
  private static boolean clears(Match match, Scene scene, Authorities authorities) {
    VesselReport report = match.report();
    return authorities.include(report)
        && match.by().identifies()
        && !Grade.isPoor(report)
        && !report.getPublishedAt().isBefore(scene.end());
  }

  /** The reports of this worth, by id. */
  public List<Match> of(Worth worth) {
    return byWorth.getOrDefault(worth, List.of());
  }

  /** Whether no report speaks of the encounter. */
  public boolean isSilent() {
    return byWorth.isEmpty();
  }

  /** At least two origins, none derived from another, and at least two disciplines. */
  public boolean isCorroborated() {
    return originators.size() >= LEAST_ORIGINATORS && disciplines.size() >= LEAST_DISCIPLINES;
  }

  public boolean isCleared() {
    return !of(Worth.CLEARANCE).isEmpty();
  }
}
