package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.VoyageStatement;
import org.stswatch.vessel.IdentityToken;
import org.stswatch.vessel.Imo;
import org.stswatch.vessel.ShipType;

/** What a party's own statements say against each other and against its number. */
final class IdentityEvidence {
  /** Changes count from so long before the event on: own choice, a voyage or two. */
  static final Duration CHANGED_WITHIN = Duration.ofDays(30);

  /** A flag may differ from the MMSI so long after it changed (domain rule E15 f). */
  static final Duration REFLAGGED_WITHIN = Duration.ofDays(30);

  /**
   * A swap is seen so long after the meeting (RadianceFleet: 1 h; static data come every 6 min).
   */
  static final Duration SWAPPED_WITHIN = Duration.ofHours(1);

  /** Tankers longer than this have an IMO number (domain rule E15 g), metres. */
  static final double IMO_FROM_M = 50;

  private final Ship ship;
  private final Instant start;
  private final Instant end;
  private final List<VoyageStatement> trusted;

  IdentityEvidence(Ship ship, Claims claims, Instant start, Instant end) {
    this.ship = ship;
    this.start = start;
    this.end = end;
    this.trusted =
        claims.statedOf(ship.key()).stream()
            .filter(Stated::isTrusted)
            .sorted(Stated.BY_TIME)
            .toList();
  }

  /**
   * What speaks for a false identity of this party.
   *
   * @param shared whether two ships used its key at once
   */
  List<Evidence> of(boolean shared) {
    List<Evidence> all = new ArrayList<>();
    String imo = ship.imo();
    if (imo != null && !Imo.isValid(imo)) {
      all.add(
          Code.IMO_INVALID.speaksFor(
              null,
              null,
              0.5,
              ship.label() + " states IMO " + imo + ": its check digit is wrong."));
    }
    changes(shared).ifPresent(all::add);
    flag().ifPresent(all::add);
    boolean longTanker =
        ship.type() == ShipType.TANKER && ship.lengthM() != null && ship.lengthM() > IMO_FROM_M;
    boolean heard = trusted.stream().anyMatch(s -> s.getShipType() != null);
    if (imo == null && longTanker && heard) {
      all.add(
          Code.NO_IMO.speaksFor(
              ship.lengthM(), IMO_FROM_M, 0.25, ship.label() + " states no IMO number."));
    }
    return all;
  }

  private Optional<Evidence> changes(boolean shared) {
    List<String> changed = new ArrayList<>();
    changed(VoyageStatement::getImo, "IMO number", changed);
    changed(s -> IdentityToken.plain(s.getName()).orElse(null), "name", changed);
    changed(VoyageStatement::getCallSign, "call sign", changed);
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    String text = ship.label() + " changed its " + String.join(", ", changed);
    text += shared ? "; two ships use its MMSI." : ".";
    return Optional.of(
        Code.IDENTITY_CHANGED.speaksFor(
            (double) changed.size(), 1.0, shared ? 0.0 : 0.5 * changed.size(), text));
  }

  private void changed(
      Function<VoyageStatement, @Nullable String> particular, String name, List<String> to) {
    Set<String> values = new LinkedHashSet<>();
    for (VoyageStatement s : trusted) {
      String value = particular.apply(s);
      if (value != null && !value.isBlank() && isAround(s)) {
        values.add(value);
      }
    }
    if (values.size() > 1) {
      to.add(name + " (" + String.join(" to ", values) + ")");
    }
  }

  private boolean isAround(VoyageStatement s) {
    return !s.getObservedAt().isBefore(start.minus(CHANGED_WITHIN))
        && !s.getObservedAt().isAfter(end.plus(SWAPPED_WITHIN));
  }

  private Optional<Evidence> flag() {
    String register = ship.registerFlag();
    String mid = ship.midFlag();
    if (register == null || mid == null || register.equals(mid)) {
      return Optional.empty();
    }
    String text = ship.label() + " is registered under " + register + ", its MMSI is of " + mid;
    return Optional.of(
        reflagged()
            ? Code.FLAG_DIFFERS.speaksFor(null, null, 0.0, text + "; its flag changed lately.")
            : Code.FLAG_DIFFERS.speaksFor(null, null, 0.5, text + "."));
  }

  private boolean reflagged() {
    Set<String> flags = new LinkedHashSet<>();
    for (VoyageStatement s : trusted) {
      boolean lately =
          !s.getObservedAt().isBefore(start.minus(REFLAGGED_WITHIN))
              && !s.getObservedAt().isAfter(end);
      if (s.getFlag() != null && lately) {
        flags.add(s.getFlag());
      }
    }
    return flags.size() > 1;
  }

  /**
   * Whether others state its IMO number meanwhile.
   *
   * @param heard when it was heard at last in the event
   */
  Optional<Evidence> sharedNumber(
      Claims claims, Instant heard, Set<String> parties, boolean shared) {
    return new SharedNumber(ship, trusted, start, heard).of(claims, parties, shared);
  }

  /** Two parties that leave a meeting under each other's IMO number or name. */
  static Optional<Evidence> swap(IdentityEvidence first, IdentityEvidence second) {
    boolean imos = swapped(first, second, VoyageStatement::getImo);
    boolean names = swapped(first, second, s -> IdentityToken.plain(s.getName()).orElse(null));
    return imos || names
        ? Optional.of(
            Code.IDENTITY_SWAPPED.speaksFor(
                null,
                null,
                1.5,
                "The parties left the meeting under each other's "
                    + (imos ? "IMO number." : "name.")))
        : Optional.empty();
  }

  private static boolean swapped(
      IdentityEvidence a,
      IdentityEvidence b,
      Function<VoyageStatement, @Nullable String> particular) {
    String a1 = a.last(particular, a.start);
    String b1 = b.last(particular, b.start);
    String a2 = a.last(particular, a.end.plus(SWAPPED_WITHIN));
    String b2 = b.last(particular, b.end.plus(SWAPPED_WITHIN));
    boolean known = a1 != null && b1 != null && !a1.equals(b1);
    return known && Objects.equals(a1, b2) && Objects.equals(b1, a2);
  }

  private @Nullable String last(
      Function<VoyageStatement, @Nullable String> particular, Instant until) {
    String last = null;
    for (VoyageStatement s : trusted) {
      String value = particular.apply(s);
      last = value != null && !s.getObservedAt().isAfter(until) ? value : last;
    }
    return last;
  }

  /** Evidence of both parties; a code that both give is one, with the words of both. */
  static List<Evidence> joined(Collection<Evidence> one, Collection<Evidence> other) {
    Map<String, Evidence> byCode = new TreeMap<>();
    one.forEach(e -> byCode.put(e.getCode(), e));
    for (Evidence e : other) {
      byCode.merge(
          e.getCode(),
          e,
          (a, b) ->
              Evidence.newBuilder(a)
                  .setDirection(Direction.FOR)
                  .setWeight(Math.max(a.getWeight(), b.getWeight()))
                  .setText(a.getText() + " " + b.getText())
                  .build());
    }
    return List.copyOf(byCode.values());
  }
}
