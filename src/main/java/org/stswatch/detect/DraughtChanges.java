package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Evidence;
import org.stswatch.event.VoyageStatement;
import org.stswatch.geo.Geodesy;

/**
 * The ships lie higher or deeper after the meeting than before (E16): cargo that changed hands. In
 * December 2022 the draught of Mercury changed where she had lain alongside Shundlli (Financial
 * Times and RUSI, press copy). Draughts are typed on board, in steps of 0.1 m, so a change counts
 * only when it is stated twice.
 *
 * <p>A change counts from 0.2 m, or from what 300 t make of this ship where that is more: 600 t
 * move a tanker of 3,000 dwt by 0.56 m, one of 16,500 dwt by 0.22 m. A flat metre, as elsewhere,
 * would miss the small tankers of this trade. Two ships whose tonnes agree within a factor of two
 * say more than one.
 *
 * <p>Missed: draughts that nobody changed on board. Taken wrongly: ballast. Changes near a port,
 * and of ships that called at one in between, do not count.
 */
final class DraughtChanges implements Detector {
  /** Statements count so long before and after the meeting (domain rule E16). */
  static final Duration WITHIN = Duration.ofDays(14);

  /** Nearer to a port cargo is worked there, metres (10 NM: RadianceFleet's draught detector). */
  static final double PORT_M = 10 * Geodesy.METRES_PER_NM;

  /** Twice the resolution of AIS, metres. */
  static final double LEAST_M = 0.2;

  /** The smallest transfer reported is 600 t; half of it, tonnes. */
  static final double LEAST_T = 300;

  /** Share of the box of length and beam that the waterline fills: a block of 0.8 (rule 3.9). */
  private static final double WATERPLANE = 0.8;

  /** Sea water, tonnes per cubic metre. */
  private static final double SEA_WATER = 1.025;

  /** Length over beam where no beam is stated: 90 x 14.5 m and 144 x 22.6 m (rule 3.9). */
  private static final double LENGTH_TO_BEAM = 6.3;

  @Override
  public String name() {
    return "draught-changes";
  }

  @Override
  public String type() {
    return "DRAUGHT_CHANGE";
  }

  @Override
  public String summary() {
    return "Ships lie higher or deeper after a meeting than before.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Draughts that nobody typed anew on board.",
        "Ballast taken or given looks the same.",
        "Transfers within 10 NM of a port.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Financial Times and RUSI on Mercury and Shundlli, December 2022 (press copy)",
        "Sentinel GIP, three signs of a transfer: draught change without a port call",
        "RadianceFleet draught detector (flat thresholds from 1 m), which misses small tankers");
  }

  /** How much deeper a ship lies afterwards, and what that weighs. */
  private record Change(String label, double metres, double leastM, double tonnes) {
    boolean counts() {
      return Math.abs(metres) >= leastM;
    }
  }

  @Override
  public Optional<Finding> judge(Case c) {
    if (c.place().portDistanceM() < PORT_M) {
      return Optional.empty();
    }
    List<Change> changes =
        Stream.of(c.ship1(), c.ship2())
            .flatMap(ship -> change(c, ship).stream())
            .filter(Change::counts)
            .sorted(Comparator.comparingDouble(change -> -Math.abs(change.metres)))
            .toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(type(), List.of(evidence(changes))));
  }

  private static Evidence evidence(List<Change> changes) {
    Change first = changes.get(0);
    String text = String.join(" ", changes.stream().map(DraughtChanges::words).toList());
    return Code.DRAUGHT_CHANGED.speaksFor(
        Math.abs(first.metres), first.leastM, weight(changes), text);
  }

  private static double weight(List<Change> changes) {
    if (changes.size() < 2 || changes.get(0).metres * changes.get(1).metres > 0) {
      return 0.5;
    }
    double ratio = Math.abs(changes.get(0).tonnes / changes.get(1).tonnes);
    return ratio >= 0.5 && ratio <= 2 ? 1.5 : 0.5;
  }

  private static String words(Change change) {
    return String.format(
        Locale.ROOT,
        "%s lies %.1f m %s than before, about %.0f t.",
        change.label,
        Math.abs(change.metres),
        change.metres < 0 ? "higher" : "deeper",
        Math.abs(change.tonnes));
  }

  private static Optional<Change> change(Case c, Ship ship) {
    Instant start = c.fact().getStart();
    Instant end = c.fact().getEnd();
    Double before = stated(c, ship, start.minus(WITHIN), start, true);
    Double after = stated(c, ship, end, end.plus(WITHIN), false);
    Double lengthM = ship.lengthM();
    if (before == null || after == null || lengthM == null || lengthM <= 0) {
      return Optional.empty();
    }
    double metres = Math.round((after - before) * 10) / 10.0;
    double tonnesPerM = lengthM * beamM(c, ship, lengthM) * WATERPLANE * SEA_WATER;
    double leastM = Math.round(Math.max(LEAST_M, LEAST_T / tonnesPerM) * 100) / 100.0;
    return Optional.of(new Change(ship.label(), metres, leastM, metres * tonnesPerM));
  }

  private static double beamM(Case c, Ship ship, double lengthM) {
    return c.claims().statedOf(ship.key()).stream()
        .map(VoyageStatement::getBeamM)
        .filter(beam -> beam != null && beam > 0)
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(lengthM / LENGTH_TO_BEAM);
  }

  /** The draught stated twice nearest to the meeting, with no port call in between; or null. */
  private static @Nullable Double stated(
      Case c, Ship ship, Instant from, Instant to, boolean last) {
    List<VoyageStatement> within =
        c.claims().statedOf(ship.key()).stream()
            .filter(s -> s.getDraughtM() != null && s.getDraughtM() > 0)
            .filter(s -> !s.getObservedAt().isBefore(from) && !s.getObservedAt().isAfter(to))
            .filter(s -> !calledBetween(c, ship, s.getObservedAt(), last ? to : from))
            .sorted(last ? Stated.BY_TIME.reversed() : Stated.BY_TIME)
            .toList();
    return within.stream()
        .filter(s -> Stated.isHeardTwice(s) || isRepeated(s, within))
        .findFirst()
        .map(VoyageStatement::getDraughtM)
        .orElse(null);
  }

  private static boolean isRepeated(VoyageStatement s, List<VoyageStatement> within) {
    return within.stream()
        .anyMatch(
            o ->
                !o.getObservedAt().equals(s.getObservedAt())
                    && Objects.equals(o.getDraughtM(), s.getDraughtM()));
  }

  private static boolean calledBetween(Case c, Ship ship, Instant one, Instant other) {
    Instant from = one.isBefore(other) ? one : other;
    Instant to = one.isBefore(other) ? other : one;
    return c.claims().calls().stream()
        .filter(call -> call.getVessel().equals(ship.key()))
        .anyMatch(
            call ->
                !call.getStart().isAfter(to)
                    && (call.getEnd() == null || !call.getEnd().isBefore(from)));
  }
}
