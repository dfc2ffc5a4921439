package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.PortCall;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.port.Port;
import org.stswatch.report.Grade;
import org.stswatch.report.Match;
import org.stswatch.report.Testimony.Worth;

/** What is said of a ship's cargo of coal, and where she takes it. */
final class CoalClaims {
  private static final String COMMITTEE = "un-1718-committee";

  /** From the port to Japan or Korea: own choice, three times the voyage from Kholmsk. */
  private static final Duration CROSSING = Duration.ofDays(14);

  /** A pile or terminal is known to, metres: own choice, the length of a coal terminal. */
  private static final double PILE_M = 2_000;

  private static final Set<String> BUYERS = Set.of("JP", "KR");
  private static final Set<String> RUSSIA = Set.of("russia", "russian federation", "ru");
  private static final Set<String> DPRK = Set.of("dprk", "north korea", "kp");

  private CoalClaims() {}

  /** The next port, where it is in Japan or Korea and near enough in time. */
  static Optional<Port> buyer(VesselCase c, PortCall call) {
    if (!Trips.isOver(call)) {
      return Optional.empty();
    }
    Instant left = Trips.end(call);
    return c.claims().calls().stream()
        .filter(o -> o.getVessel().equals(call.getVessel()) && !o.getStart().isBefore(left))
        .min(Comparator.comparing(PortCall::getStart))
        .filter(o -> !o.getStart().isAfter(left.plus(CROSSING)))
        .flatMap(o -> c.ports().ofCode(o.getPort()))
        .filter(p -> p.country() != null && BUYERS.contains(p.country()));
  }

  /** Claims that the cargo is Russian. */
  static List<Match> russian(VesselCase c) {
    return declared(c, RUSSIA);
  }

  /** Claims about its papers that it is of the DPRK. */
  static List<Match> korean(VesselCase c) {
    return declared(c, DPRK);
  }

  /** Of these the notices to the committee. */
  static List<Match> notices(List<Match> declared) {
    return declared.stream()
        .filter(m -> m.report().getOriginatorId().toLowerCase(Locale.ROOT).startsWith(COMMITTEE))
        .toList();
  }

  private static List<Match> declared(VesselCase c, Set<String> from) {
    return c.testimony().of(Worth.CONTEXT).stream()
        .filter(m -> m.report().getClaim() == ClaimKind.DECLARED_CARGO_ORIGIN)
        .filter(m -> m.report().getStance() == Stance.ASSERT && !Grade.isPoor(m.report()))
        .filter(m -> from.contains(plain(m.report().getArea())))
        .toList();
  }

  private static String plain(@Nullable String area) {
    return Objects.requireNonNullElse(area, "").strip().toLowerCase(Locale.ROOT);
  }

  /** Reports of a loading that count. */
  static List<Match> loadings(VesselCase c) {
    return c.testimony().of(Worth.COUNTS).stream()
        .filter(m -> m.report().getClaim() == ClaimKind.LOADING)
        .toList();
  }

  /** Of these the ones about one pile or terminal. */
  static List<Match> piles(VesselCase c) {
    return loadings(c).stream().filter(m -> isPile(m.report())).toList();
  }

  private static boolean isPile(VesselReport report) {
    Double radiusM = report.getRadiusM();
    return report.getLat() != null && radiusM != null && radiusM <= PILE_M;
  }
}
