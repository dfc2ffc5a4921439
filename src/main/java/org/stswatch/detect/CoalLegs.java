package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.stswatch.event.PortCall;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;

/**
 * Which calls are legs from a coal port of the DPRK to one of the Russian Far East, and who
 * follows.
 */
public final class CoalLegs {
  /** What was unloaded is loaded again within (own rule E11; Kholmsk 2017: up to 37 days). */
  public static final Duration FOLLOWS_WITHIN = Duration.ofDays(45);

  /** A ship comes from her last port for so long. */
  private static final Duration FROM_PORT = Visit.COUNTS_FOR;

  /** A stop long enough to handle cargo, minutes (domain rule E8). */
  private static final int CARGO_MINUTES = 180;

  private CoalLegs() {}

  /** Whether coal was shipped at the port of a call, in the DPRK. */
  public static boolean isInDprk(PortCall call, Ports ports) {
    return is(call, ports, p -> p.isDprk() && p.shipsCoal());
  }

  /** The same in the Russian Far East. */
  public static boolean isInFarEast(PortCall call, Ports ports) {
    return is(call, ports, p -> p.isFarEast() && p.shipsCoal());
  }

  private static boolean is(PortCall call, Ports ports, Predicate<Port> what) {
    return ports.ofCode(call.getPort()).filter(what).isPresent();
  }

  /** The call at a coal port of the DPRK from which a ship came, if her last port was one. */
  static Optional<PortCall> origin(PortCall call, Collection<PortCall> calls, Ports ports) {
    return calls.stream()
        .filter(c -> c.getVessel().equals(call.getVessel()) && Trips.isOver(c))
        .filter(c -> !Trips.end(c).isAfter(call.getStart()))
        .max(Comparator.comparing(Trips::end))
        .filter(c -> !Trips.end(c).isBefore(call.getStart().minus(FROM_PORT)))
        .filter(c -> isInDprk(c, ports));
  }

  /** Ships that came so to the port of a call, and left it in the 45 days before this one did. */
  public static Set<String> hullsBefore(PortCall call, Collection<PortCall> calls, Ports ports) {
    Set<String> hulls = new TreeSet<>();
    if (Trips.isOver(call) && isInFarEast(call, ports)) {
      legsBefore(call, calls, ports).forEach(c -> hulls.add(c.getVessel()));
    }
    return hulls;
  }

  /** All others that left the port of a call in the 45 days before this one did. */
  public static Set<String> othersBefore(PortCall call, Collection<PortCall> calls, Ports ports) {
    Set<String> others = new TreeSet<>();
    if (Trips.isOver(call) && isInFarEast(call, ports)) {
      leftBefore(call, calls).forEach(c -> others.add(c.getVessel()));
      others.remove(call.getVessel());
    }
    return others;
  }

  static List<PortCall> legsBefore(PortCall call, Collection<PortCall> calls, Ports ports) {
    Set<String> toDprk = new HashSet<>(); // few, and only of them all calls have to be gone through
    calls.stream().filter(c -> isInDprk(c, ports)).forEach(c -> toDprk.add(c.getVessel()));
    return leftBefore(call, calls).stream()
        .filter(c -> !c.getVessel().equals(call.getVessel()) && toDprk.contains(c.getVessel()))
        .filter(c -> origin(c, calls, ports).isPresent())
        .sorted(Comparator.comparing(Trips::end).thenComparing(PortCall::getCallId))
        .toList();
  }

  /** Ships that lay long enough to load or unload, and left in the 45 days until this one did. */
  static Set<String> handledBefore(PortCall call, Collection<PortCall> calls) {
    return ships(leftBefore(call, calls));
  }

  /** The same for the 45 days after, as far as known. */
  static Set<String> handledAfter(PortCall call, Collection<PortCall> calls, Instant asOf) {
    Instant left = Trips.end(call);
    Set<String> ships =
        ships(
            calls.stream()
                .filter(c -> c.getPort().equals(call.getPort()) && Trips.isOver(c))
                .filter(c -> !Trips.end(c).isAfter(asOf))
                .filter(c -> Trips.end(c).isAfter(left))
                .filter(c -> !Trips.end(c).isAfter(left.plus(FOLLOWS_WITHIN)))
                .toList());
    ships.remove(call.getVessel());
    return ships;
  }

  private static List<PortCall> leftBefore(PortCall call, Collection<PortCall> calls) {
    Instant left = Trips.end(call);
    return calls.stream()
        .filter(c -> c.getPort().equals(call.getPort()) && Trips.isOver(c))
        .filter(
            c -> !Trips.end(c).isAfter(left) && !Trips.end(c).isBefore(left.minus(FOLLOWS_WITHIN)))
        .toList();
  }

  private static Set<String> ships(List<PortCall> calls) {
    Set<String> ships = new TreeSet<>();
    calls.stream()
        .filter(c -> c.getStoppedMinutes() >= CARGO_MINUTES)
        .forEach(c -> ships.add(c.getVessel()));
    return ships;
  }
}
