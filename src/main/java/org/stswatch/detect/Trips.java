package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;

/** One ship's stays in ports, and her trips from each to the next. */
public final class Trips {
  /** Trips further apart have nothing to do with each other: as long as a voyage is remembered. */
  public static final Duration REMEMBERED = Duration.ofDays(400);

  /** Calls at one port less apart are one stay (Global Fishing Watch's port gap). */
  private static final Duration ONE_STAY = Duration.ofHours(4);

  private Trips() {}

  /**
   * A stay.
   *
   * @param call the first of its calls
   * @param left when she left, or null while she is there
   */
  record Stay(PortCall call, @Nullable Instant left) {
    String port() {
      return call.getPort();
    }

    Instant came() {
      return call.getStart();
    }

    /** How long it has lasted by then, if it is not over. */
    Duration lasted(Instant now) {
      return Duration.between(came(), Objects.requireNonNullElse(left, now));
    }
  }

  /** A trip: left one port, and was next seen in another. */
  record Trip(Stay from, Stay to) {
    Instant left() {
      return Objects.requireNonNull(from.left());
    }

    boolean joins(String port, String other) {
      return from.port().equals(port) && to.port().equals(other);
    }
  }

  /** The stays of a ship, by time. */
  static List<Stay> stays(Collection<PortCall> calls, String vessel) {
    List<PortCall> own =
        calls.stream()
            .filter(c -> c.getVessel().equals(vessel))
            .sorted(Comparator.comparing(PortCall::getStart))
            .toList();
    List<Stay> stays = new ArrayList<>();
    for (PortCall call : own) {
      Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
      Instant left = last == null ? null : last.left();
      if (last != null
          && last.port().equals(call.getPort())
          && left != null
          && !call.getStart().isAfter(left.plus(ONE_STAY))) {
        stays.set(stays.size() - 1, new Stay(last.call(), left(call)));
      } else {
        stays.add(new Stay(call, left(call)));
      }
    }
    return stays;
  }

  private static @Nullable Instant left(PortCall call) {
    return isOver(call) ? end(call) : null;
  }

  /** Whether she has left. */
  public static boolean isOver(PortCall call) {
    return call.getStatus() == PortCallStatus.CLOSED && call.getEnd() != null;
  }

  /** When she left; of a call that is not over an error. */
  public static Instant end(PortCall call) {
    return Objects.requireNonNull(call.getEnd());
  }

  /** The trips between them, by time. */
  static List<Trip> of(List<Stay> stays) {
    List<Trip> trips = new ArrayList<>();
    for (int i = 1; i < stays.size(); i++) {
      Stay from = stays.get(i - 1);
      Stay to = stays.get(i);
      if (from.left() != null && !from.port().equals(to.port())) {
        trips.add(new Trip(from, to));
      }
    }
    return trips;
  }
}
