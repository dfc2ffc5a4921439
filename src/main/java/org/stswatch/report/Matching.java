package org.stswatch.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.report.Scene.Rival;

/**
 * Which reports speak of an encounter, or of what one ship did (E18). By identity: IMO before MMSI
 * before name, where a name alone asks for the place as well; or by class, place and time, where
 * the report names no ship. Times lie within 48 h of each other, places within 50 km or in the
 * water or port named.
 *
 * <p>A report speaks of one encounter. Where its ship had several, it belongs to the nearest in
 * time: first by the gap between the two times, then by their middles, then to the earlier one. On
 * the others it is shown as ambiguous. Every case knows the other encounters of its ships, so that
 * each comes to the same conclusion by itself, in any order of arrival.
 *
 * <p>A silence, a loitering or a detection has what no encounter of its ship can have (decisions
 * 0021 and 0024): the case of the encounter does not know of it, so that else both would have the
 * report. By a description alone a report joins a ship that was seen to loiter at the point that it
 * tells, or one beside which something was seen, as it joins an encounter; of silent ships, and of
 * those that loiter in a whole water, it may mean any.
 */
public final class Matching {
  /** Claims of what a ship did in a port; an encounter is none of it. */
  private static final Set<ClaimKind> OF_PORTS = Set.of(ClaimKind.PORT_CALL, ClaimKind.LOADING);

  private final Places places;

  /** Among these named places. */
  public Matching(Places places) {
    this.places = places;
  }

  /**
   * Whether a report names a party by number or name, wherever and whenever: then it can be what
   * another report is derived from.
   */
  public boolean names(VesselReport report, Scene scene) {
    return report.getSubjects().stream()
        .anyMatch(s -> scene.hulls().stream().anyMatch(h -> Fit.of(s, h).identifies()));
  }

  /** Whether a report names both parties by number or name. */
  public boolean namesBoth(VesselReport report, Scene scene) {
    return scene.hulls().stream()
        .allMatch(h -> report.getSubjects().stream().anyMatch(s -> Fit.of(s, h).identifies()));
  }

  /** Whether a report speaks of a time near this one, of whatever ship and place. */
  public static boolean isTimely(VesselReport report, Instant start, Instant end) {
    return TimeSpan.of(report).filter(span -> span.isNear(start, end)).isPresent();
  }

  /** How a report speaks of an encounter, or nothing where it does not. */
  public Optional<Match> of(VesselReport report, Scene scene) {
    List<ReportSubject> subjects = report.getSubjects().stream().filter(Fit::isOfUse).toList();
    return Pairing.best(subjects, scene).flatMap(p -> of(report, subjects, p, scene));
  }

  private Optional<Match> of(
      VesselReport report, List<ReportSubject> subjects, Pairing pairing, Scene scene) {
    Fit by = pairing.strongest();
    Optional<TimeSpan> span = TimeSpan.of(report);
    if (span.isEmpty()) {
      return deniesAtAnyTime(report, by, scene)
          ? Optional.of(new Match(report, by, Optional.empty()))
          : Optional.empty();
    }
    if (!span.get().isNear(scene.start(), scene.end()) || !isPlaced(report, by, scene)) {
      return Optional.empty();
    }
    boolean namesOthers = subjects.stream().anyMatch(Fit::isIdentified);
    if (by == Fit.CLASS && (namesOthers || pairing.weakest() == Fit.DOUBT)) {
      return Optional.empty();
    }
    return Optional.of(new Match(report, by, doubt(report, pairing, span.get(), scene)));
  }

  /** An owner denies "any contact": up to the day on which that is published. */
  private static boolean deniesAtAnyTime(VesselReport report, Fit by, Scene scene) {
    return report.getStance() == Stance.DENY
        && report.getFrom() == null
        && report.getTo() == null
        && by.compareTo(Fit.MMSI) <= 0
        && !report.getPublishedAt().isBefore(scene.end());
  }

  private boolean isPlaced(VesselReport report, Fit by, Scene scene) {
    return isPlaced(report, by, scene.lat(), scene.lon(), scene.unseen());
  }

  private boolean isPlaced(
      VesselReport report, Fit by, double lat, double lon, Scene.@Nullable Unseen unseen) {
    Whereabouts where = Whereabouts.of(report, lat, lon, unseen, places);
    return switch (by) {
      case IMO, MMSI -> where != Whereabouts.ELSEWHERE;
      case NAME, CLASS -> where == Whereabouts.HERE;
      case OPEN, DOUBT, OTHER -> false;
    };
  }

  private Optional<String> doubt(VesselReport report, Pairing pairing, TimeSpan span, Scene scene) {
    if (pairing.weakest() == Fit.DOUBT) {
      return Optional.of("it describes the other ship differently");
    }
    if (span.isTooLong() && report.getStance() == Stance.ASSERT) {
      return Optional.of("it speaks of more than " + TimeSpan.MOST.toDays() + " days");
    }
    if (pairing.strongest() == Fit.CLASS && !isSeen(report, scene)) {
      return Optional.of("it describes ships like this one and no place where she was seen");
    }
    return nearer(report, pairing, span, scene)
        .map(
            r ->
                (rank(r) < rank(here(scene)) ? "it speaks of the " : "nearer in time to the ")
                    + r.words());
  }

  /** Whether a description is enough: whoever is described was seen with another one, or there. */
  private static boolean isSeen(VesselReport report, Scene scene) {
    return switch (scene.kind()) {
      case MEETING, CALL, SEEN -> true;
      case LOITERING, SEEN_PERHAPS -> report.getLat() != null;
      case SILENCE -> false;
    };
  }

  /** What she was seen to do with another ship comes first; last what may have been herself. */
  private static int rank(Rival rival) {
    return switch (rival.kind()) {
      case MEETING -> 0;
      case CALL, LOITERING, SILENCE, SEEN -> 1;
      case SEEN_PERHAPS -> 2;
    };
  }

  /** Of what one ship did at sea a report on ports may speak as of a call, any other one not. */
  private static boolean competes(Rival rival, VesselReport report, Scene scene) {
    return !scene.kind().isAlone()
        || OF_PORTS.contains(report.getClaim()) == (rival.kind() == Scene.Kind.CALL);
  }

  /** Of what the ships known by the report did the nearest, if it is not this one. */
  private Optional<Rival> nearer(VesselReport report, Pairing pairing, TimeSpan span, Scene scene) {
    List<String> known = pairing.known(scene);
    Comparator<Rival> order = order(span);
    Rival here = here(scene);
    return scene.rivals().stream()
        .filter(r -> competes(r, report, scene))
        .filter(r -> !r.id().equals(scene.id()) && known.stream().allMatch(r::isOf))
        .filter(r -> span.isNear(r.start(), r.end()))
        .filter(r -> isPlaced(report, pairing.strongest(), r.lat(), r.lon(), r.unseen()))
        .filter(r -> order.compare(r, here) < 0)
        .min(order);
  }

  /** A wait with something beside her is the loitering too: of equally near ones it has it. */
  private static Comparator<Rival> order(TimeSpan span) {
    return Comparator.comparingInt(Matching::rank)
        .thenComparing(r -> span.gap(r.start(), r.end()))
        .thenComparing(r -> r.kind() != Scene.Kind.SEEN)
        .thenComparing(r -> span.gap(r.first(), r.last()))
        .thenComparing(r -> span.offset(r.first(), r.last()))
        .thenComparing(Rival::start)
        .thenComparing(Rival::id);
  }

  private static Rival here(Scene s) {
    return new Rival(
        s.kind(),
        s.id(),
        s.one().key(),
        s.other().key(),
        s.start(),
        s.end(),
        s.lat(),
        s.lon(),
        s.unseen(),
        s.sensed());
  }
}
