package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.dark.Possibility;
import org.stswatch.dark.Possibility.AtStop;
import org.stswatch.dark.Possibility.OfTwo;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Stop;
import org.stswatch.gap.Silences;
import org.stswatch.geo.Reach;

/** The gates between two ships, one or both of them silent, and a meeting out of sight. */
final class DarkGates {
  private static final String AT_SPEED = " at " + Gate.shown(Reach.MOST_KN) + " kn";

  private final List<Gate> all = new ArrayList<>();

  private DarkGates() {}

  /** In the order in which they are asked. */
  static List<Gate> of(Possibility possibility) {
    DarkGates gates = new DarkGates();
    possibility.silences().forEach(gates::silence);
    if (possibility instanceof AtStop p) {
      gates.atStop(p);
    } else if (possibility instanceof OfTwo p) {
      gates.ofTwo(p);
    }
    gates.add(
        Gate.atMost(
            "silent ships times partners that were possible",
            possibility.possible(),
            Possibility.MOST_POSSIBLE,
            "meetings"));
    return gates.all;
  }

  /** One that goes on has lasted as long as it takes to be one. */
  private void silence(Gap gap) {
    String of = " of " + gap.getVessel();
    long seconds =
        gap.getEnd() == null
            ? gap.getThresholdMinutes() * 60L
            : Duration.between(gap.getStart(), gap.getEnd()).toSeconds();
    add(Gate.atLeast("silence" + of, seconds / 60, gap.getThresholdMinutes(), "min"));
    add(Gate.atLeast("end of the silence" + of, gap.getEnd() == null ? 0 : 1, 1, "fixes"));
    add(atMost("silence" + of + " that counts", seconds, Reach.LONGEST_S));
    add(Gate.context(VesselGates.OTHERS_HEARD + of, gap.getWitnesses(), "ships"));
    String stopped = "receivers that stopped; reception" + of + " " + gap.getReception();
    add(Gate.atMost(stopped, Silences.mayHide(gap) ? 0 : 1, 0, "receivers"));
    Optional<Reach> reach = Reach.between(gap);
    Number apartM = reach.map(r -> Math.round(r.apartM())).orElse(null);
    long sumM = reach.map(r -> Math.round(r.sumM())).orElse(0L);
    boolean could = reach.filter(r -> r.apartM() <= r.sumM()).isPresent();
    String way = "way in the silence" + of + ", a stay left" + AT_SPEED;
    add(Gate.atMost(way, apartM, sumM, "m").decided(could));
  }

  private void atStop(AtStop p) {
    Stop stop = p.stop();
    add(atLeast("stop of " + p.vessel() + " meanwhile", p.commonS()));
    Optional<Reach> reach = stop == null ? Optional.empty() : Reach.of(p.silence());
    add(
        Gate.context(
            "where it lay, from the nearer fix of " + p.silence().getVessel(),
            reach.map(r -> r.nearestM(place(stop).getLat(), place(stop).getLon())).orElse(null),
            "m"));
    add(Gate.context("half axis of the reach", reach.map(Reach::semiMinorM).orElse(null), "m"));
    add(together(reach.isPresent() ? p.togetherS() : null));
  }

  private static Stop place(@Nullable Stop stop) {
    return Objects.requireNonNull(stop);
  }

  private void ofTwo(OfTwo p) {
    add(atMost("between the starts", p.beganApartS(), Possibility.WITHIN_S));
    add(atLeast("both silent", p.commonS()));
    Gate apart =
        Gate.below(
            "last heard apart; or neither went far",
            p.lastApartM(),
            Math.round(Possibility.APART_M),
            "m");
    add(apart.decided(p.near()));
    add(together(p.togetherS()));
  }

  private static Gate together(@Nullable Long seconds) {
    String name = "both could have been there" + AT_SPEED;
    return Gate.atLeast(name, seconds == null ? null : seconds / 60, Reach.DWELL_S / 60, "min");
  }

  /** Begun minutes count here, and whole ones where it has to last. */
  private static Gate atMost(String name, long seconds, long mostS) {
    return Gate.atMost(name, -Math.floorDiv(-seconds, 60L), mostS / 60, "min");
  }

  private static Gate atLeast(String name, long seconds) {
    return Gate.atLeast(name, seconds / 60, Reach.DWELL_S / 60, "min");
  }

  private void add(Gate gate) {
    all.add(gate);
  }
}
