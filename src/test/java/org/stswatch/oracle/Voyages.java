package org.stswatch.oracle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reception;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Geodesy;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.voyage.VoyageStep;

/**
 * What the voyages of all ships tell: each ship's hours are gone through once, in the order of time
 * (with the stream's own step, which is a pure function of them); who was heard where is then
 * looked up among all ships, without areas.
 */
final class Voyages {
  private static final int HOUR_S = 3600;
  private static final int WITHIN_M = 50_000;

  private final VoyageStep step;
  private final Map<String, Gap> gaps = new TreeMap<>();
  private final Map<String, PortCall> calls = new TreeMap<>();
  private final Map<String, Loitering> loiterings = new TreeMap<>();
  private final Map<String, Landfall> landfalls = new TreeMap<>();
  private final Map<String, TwinLocation> twins = new TreeMap<>();
  private final Set<Presence> presences = new HashSet<>();
  private final List<Stop> stops = new ArrayList<>();

  Voyages(VoyageStep step) {
    this.step = step;
  }

  /** The hours of a vessel, from all its fixes with the segments that they belong to. */
  void sail(String vessel, Map<Fix, Integer> segments) {
    Map<Integer, List<Fix>> hours = new TreeMap<>();
    segments
        .keySet()
        .forEach(
            f ->
                hours
                    .computeIfAbsent(Math.floorDiv(f.timeS(), HOUR_S), h -> new ArrayList<>())
                    .add(f));
    VoyageState state = null;
    for (Map.Entry<Integer, List<Fix>> hour : hours.entrySet()) {
      Passage passage = passage(vessel, hour.getKey(), hour.getValue(), segments);
      state = tell(step.on(vessel, state, passage, Side.NONE, Long.MIN_VALUE));
    }
    while (state != null) {
      state = tell(step.due(vessel, state, Side.NONE, Long.MAX_VALUE));
    }
  }

  private static Passage passage(
      String vessel, int hour, List<Fix> fixes, Map<Fix, Integer> segments) {
    ByteBuffer bytes = ByteBuffer.allocate(16 * fixes.size());
    fixes.stream()
        .sorted(Fix.ORDER)
        .forEach(
            f ->
                bytes
                    .putInt(f.timeS())
                    .putInt(f.lat6())
                    .putInt(f.lon6())
                    .putInt(segments.getOrDefault(f, 0)));
    return new Passage(vessel, hour, bytes.flip());
  }

  private @Nullable VoyageState tell(Result<VoyageState> result) {
    for (Result.Emit emit : result.emits()) {
      SpecificRecord fact = emit.value();
      if (fact instanceof Gap g) {
        gaps.put(g.getGapId(), Gap.newBuilder(g).setRevision(0).build());
      } else if (fact instanceof PortCall c) {
        calls.put(c.getCallId(), PortCall.newBuilder(c).setRevision(0).build());
      } else if (fact instanceof Loitering l) {
        Loitering last = Loitering.newBuilder(l).setRevision(0).build();
        loiterings.put(l.getVessel() + l.getStart(), last);
      } else if (fact instanceof TwinLocation t) {
        twins.put(t.getVessel() + t.getStart(), t);
      } else if (fact instanceof Stop s) {
        stops.add(s);
      } else if (fact instanceof Landfall l) {
        landfalls.put(l.getVessel() + l.getStart(), Landfall.newBuilder(l).setRevision(0).build());
      } else if (fact instanceof Presence p) {
        presences.add(p);
      }
    }
    return result.state();
  }

  Collection<PortCall> calls() {
    return calls.values();
  }

  /** Two places at once, with those that jumped around the first in the hours up to its finding. */
  List<TwinLocation> twins() {
    return twins.values().stream().map(this::judged).toList();
  }

  private TwinLocation judged(TwinLocation t) {
    long found = t.getFound().getEpochSecond() / HOUR_S;
    int jumpers = jumpers(t.getVessel(), t.getLat1(), t.getLon1(), found - 2, found);
    return TwinLocation.newBuilder(t).setJumpers(jumpers).build();
  }

  private int jumpers(String but, double lat, double lon, long fromHour, long toHour) {
    return (int)
        presences.stream()
            .filter(Presence::getJumped)
            .filter(p -> !p.getVessel().equals(but))
            .filter(p -> p.getHour() >= fromHour && p.getHour() <= toHour)
            .filter(
                p -> Geodesy.distanceM(lat, lon, p.getLat6() / 1e6, p.getLon6() / 1e6) <= WITHIN_M)
            .map(Presence::getVessel)
            .distinct()
            .count();
  }

  Collection<Loitering> loiterings() {
    return loiterings.values();
  }

  List<Stop> stops() {
    return stops;
  }

  Collection<Landfall> landfalls() {
    return landfalls.values();
  }

  /** What was seen beside whom. */
  List<SeenBeside> seen(Collection<Detection> detections) {
    return new Watched(presences, detections).facts();
  }

  /** The gaps, each with what its neighbours make of it. */
  List<Gap> gaps() {
    return gaps.values().stream().map(this::judged).toList();
  }

  private Gap judged(Gap gap) {
    long startS = gap.getStart().getEpochSecond();
    long startHour = startS / HOUR_S;
    long openHour = (startS + gap.getThresholdMinutes() * 60L) / HOUR_S;
    int before = heard(gap, startHour - 2, startHour, false);
    int during = heard(gap, startHour + 1, openHour, false);
    int atLast = heard(gap, openHour - 2, openHour, false);
    Reception reception = gap.getCadenceMinutes() == null ? Reception.NO_BASELINE : Reception.HEARD;
    Double kn = gap.getStartSpeedKn();
    if (before >= 3 && atLast == 0) {
      reception = Reception.VOID;
    } else if (during < 3) {
      reception = Reception.UNSCORED;
    } else if (kn != null && kn >= 4 && heard(gap, startHour - 2, openHour, true) == 0) {
      reception = Reception.OUT_OF_COVERAGE;
    }
    return Gap.newBuilder(gap)
        .setWitnesses(during)
        .setWitnessesBefore(before)
        .setJumpers(
            jumpers(
                gap.getVessel(),
                gap.getStartLat(),
                gap.getStartLon(),
                startHour - 1,
                startHour + 1))
        .setReception(reception)
        .build();
  }

  /** How many others were heard within 50 km of the start of a gap in these hours. */
  private int heard(Gap gap, long fromHour, long toHour, boolean ahead) {
    Set<String> vessels = new HashSet<>();
    for (Presence p : presences) {
      boolean then = p.getHour() >= fromHour && p.getHour() <= toHour;
      if (then && !p.getVessel().equals(gap.getVessel())) {
        double metres =
            Geodesy.distanceM(
                gap.getStartLat(), gap.getStartLon(), p.getLat6() / 1e6, p.getLon6() / 1e6);
        if (metres <= WITHIN_M && (!ahead || (metres > 10_000 && offCourse(gap, p) <= 60))) {
          vessels.add(p.getVessel());
        }
      }
    }
    return vessels.size();
  }

  private static double offCourse(Gap gap, Presence p) {
    Double course = gap.getStartCourseDeg();
    double bearing =
        Geodesy.courseDeg(
            gap.getStartLat(), gap.getStartLon(), p.getLat6() / 1e6, p.getLon6() / 1e6);
    double off = course == null ? 0 : Math.abs(bearing - course);
    return Math.min(off, 360 - off);
  }
}
