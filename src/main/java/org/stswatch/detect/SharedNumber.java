package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Evidence;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VoyageStatement;
import org.stswatch.vessel.Imo;

/**
 * One IMO number on two MMSIs live within 24 h (E15 d): another MMSI states the number of this ship
 * while this ship goes on to be heard, or to state it, under her own. A ship that changes her flag
 * and MMSI does not: the old MMSI is silent when the new one begins.
 */
public final class SharedNumber {
  /** Within so long of the event (domain rule E15 d). */
  static final Duration WITHIN = Duration.ofHours(24);

  /** Digits in a row, with a check digit that happens to be right. */
  private static final String FILLS_THE_FIELD = "1234567";

  /** More than so many others that state a number have typed it to fill the field: own choice. */
  private static final int MOST = 2;

  private final @Nullable String imo;
  private final Ship ship;
  private final Instant from;
  private final Instant to;

  /**
   * @param stated what the ship states of itself and is trusted
   * @param start of the event, at which it was heard
   * @param heard when it was heard at last in the event
   */
  SharedNumber(Ship ship, Iterable<VoyageStatement> stated, Instant start, Instant heard) {
    this.ship = ship;
    this.imo = number(ship.imo());
    Instant first = start;
    Instant last = heard;
    boolean trusted = false;
    for (VoyageStatement s : stated) {
      if (imo != null && imo.equals(number(s.getImo()))) {
        first = s.getObservedAt().isBefore(first) ? s.getObservedAt() : first;
        last = s.getObservedAt().isAfter(last) ? s.getObservedAt() : last;
        trusted = true;
      }
    }
    this.from = trusted ? later(first, start.minus(WITHIN)) : Instant.MAX;
    this.to = last.isBefore(heard.plus(WITHIN)) ? last : heard.plus(WITHIN);
  }

  /**
   * Whether others state the number.
   *
   * @param parties of the case, who are none of the others
   * @param shared whether two ships use the MMSI at once
   */
  Optional<Evidence> of(Claims claims, Set<String> parties, boolean shared) {
    Set<String> others = new TreeSet<>();
    claims
        .stated()
        .forEach(
            (vessel, stated) -> {
              if (!parties.contains(vessel) && stated.stream().anyMatch(this::isSame)) {
                others.add(vessel);
              }
            });
    if (others.isEmpty()) {
      return Optional.empty();
    }
    boolean few = others.size() <= MOST;
    String who = String.join(", ", others.stream().limit(MOST).toList());
    String text = ship.label() + " states IMO " + imo + ", and so does MMSI " + who;
    text += few ? " meanwhile." : " and others: it is typed to fill the field.";
    return Optional.of(
        Code.IMO_SHARED.speaksFor((double) others.size(), 1.0, few && !shared ? 0.5 : 0.0, text));
  }

  /** Whether another ship states the number for the second time while this one is heard. */
  private boolean isSame(VoyageStatement s) {
    return isOwnWord(s)
        && Objects.equals(imo, number(s.getImo()))
        && !s.getObservedAt().isBefore(from)
        && !s.getObservedAt().isAfter(to);
  }

  /** Whether the ship says so herself, and has said it twice. */
  public static boolean isOwnWord(VoyageStatement s) {
    return Stated.isHeardTwice(s) && s.getSourceKind() == StatementKind.AIS;
  }

  /** An IMO number that may be one ship's own; null for any other. */
  public static @Nullable String number(@Nullable String stated) {
    String imo = stated == null ? null : Imo.read(stated).orElse(null);
    return imo == null || !Imo.isValid(imo) || imo.equals(FILLS_THE_FIELD) ? null : imo;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
