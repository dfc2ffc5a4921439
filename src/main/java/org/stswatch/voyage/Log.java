package org.stswatch.voyage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.CallState;
import org.stswatch.event.state.LoiterState;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Cells;
import org.stswatch.geo.Geodesy;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;

/**
 * Writes one hour of a voyage down: what is remembered afterwards, and the facts that it tells.
 * Made anew for each event, and never kept.
 *
 * <p>Where one key stands for two ships at once, it follows one of them: the segment that it
 * followed before, else the one with most fixes in the hour, else the oldest. The other one's fixes
 * only count as signs of life. So does a single fix off the track.
 */
final class Log {
  private final String vessel;
  private final Harbour.Finder harbours;
  private final Cells areas;
  private final List<Emit> emits = new ArrayList<>();
  private @Nullable VoyageState state;

  Log(String vessel, @Nullable VoyageState state, Harbour.Finder harbours, Cells areas) {
    this.vessel = vessel;
    this.state = state;
    this.harbours = harbours;
    this.areas = areas;
  }

  Result<VoyageState> result(ToLongFunction<VoyageState> dueMs) {
    VoyageState after = java.util.Objects.requireNonNull(state);
    return new Result<>(after, emits, dueMs.applyAsLong(after));
  }

  /** An hour with these fixes, of which there is one at least. */
  void hour(int hour, List<Fix> fixes) {
    VoyageState before = state;
    int segmentS = followed(before, fixes);
    List<Fix> track = fixes.stream().filter(f -> f.segmentS() == segmentS).toList();
    VoyageState v = before == null ? begin(track.get(0)) : heard(before, fixes.get(0));
    Cadence cadence = Cadence.at(v.getCadence(), fixes.get(0).timeS());
    int lastS = v.getLastS();
    for (Fix fix : fixes) {
      if (fix.timeS() > lastS) {
        cadence.add(fix.timeS() - lastS);
        lastS = fix.timeS();
      }
    }
    v = VoyageState.newBuilder(v).setCadence(cadence.days()).build();
    v = sail(v, hour, track);
    Fix last = track.get(track.size() - 1);
    state =
        VoyageState.newBuilder(v)
            .setLastS(lastS)
            .setSegmentS(segmentS)
            .setFixS(last.timeS())
            .setLat6(last.lat6())
            .setLon6(last.lon6())
            .build();
    for (long area : areas.around(last.lat(), last.lon())) {
      tell(Cells.token(area), new Presence(vessel, hour, last.lat6(), last.lon6()));
    }
  }

  /** The silence since the last fix has become a gap. */
  void silent() {
    VoyageState v = java.util.Objects.requireNonNull(state);
    tellGap(v, null);
    state = VoyageState.newBuilder(v).setGapTold(v.getGapTold() + 1).build();
  }

  /** Nothing has been heard for so long that the slow hours are over. */
  void slowHoursEnd(LoiterState row) {
    VoyageState v = java.util.Objects.requireNonNull(state);
    tell(SlowHours.end(row, vessel).loitering());
    state = VoyageState.newBuilder(v).setLoiter(null).build();
  }

  private static int followed(@Nullable VoyageState v, List<Fix> fixes) {
    Map<Integer, Integer> bySegment = new TreeMap<>();
    fixes.forEach(f -> bySegment.merge(f.segmentS(), 1, Integer::sum));
    if (v != null && bySegment.containsKey(v.getSegmentS())) {
      return v.getSegmentS();
    }
    return bySegment.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static VoyageState begin(Fix first) {
    return VoyageState.newBuilder()
        .setFirstS(first.timeS())
        .setLastS(first.timeS())
        .setSegmentS(first.segmentS())
        .setFixS(first.timeS())
        .setLat6(first.lat6())
        .setLon6(first.lon6())
        .setSpeedKn(-1)
        .setCourseDeg(-1)
        .setMarkS(first.timeS())
        .setMarkLat6(first.lat6())
        .setMarkLon6(first.lon6())
        .setClearM(0)
        .setGapTold(0)
        .setCadence(List.of())
        .build();
  }

  /** The first sign of life after a silence, which ends the gap if there is one. */
  private VoyageState heard(VoyageState v, Fix first) {
    boolean gap = first.timeS() - v.getLastS() >= Silence.thresholdS(v);
    if (gap || v.getGapTold() > 0) {
      tellGap(v, first);
    }
    return v.getGapTold() == 0 ? v : VoyageState.newBuilder(v).setGapTold(0).build();
  }

  /** Judges the ways of this hour, each of ten minutes or more. */
  private VoyageState sail(VoyageState before, int hour, List<Fix> track) {
    VoyageState v = before;
    List<Way> ways = new ArrayList<>();
    for (Fix fix : track) {
      Way way = Way.between(v.getMarkS(), v.getMarkLat6(), v.getMarkLon6(), fix);
      if (way.seconds() >= Way.SHORTEST_S) {
        ways.add(way);
        v = mark(call(v, way), way);
      }
    }
    return slowHours(v, hour, ways);
  }

  private static VoyageState mark(VoyageState v, Way way) {
    Fix to = way.to();
    double course =
        Geodesy.courseDeg(way.fromLat6() / 1e6, way.fromLon6() / 1e6, to.lat(), to.lon());
    boolean known = way.seconds() <= SlowHours.LOITERING_S;
    return VoyageState.newBuilder(v)
        .setMarkS(to.timeS())
        .setMarkLat6(to.lat6())
        .setMarkLon6(to.lon6())
        .setSpeedKn(known ? (float) way.knots() : -1)
        .setCourseDeg(known ? (float) course : -1)
        .build();
  }

  private VoyageState call(VoyageState v, Way way) {
    CallState stay = v.getCall();
    VoyageState.Builder now = VoyageState.newBuilder(v);
    if (stay != null) {
      Calls.Told told = Calls.goOn(stay, way, vessel);
      tell(told.call());
      stay = told.stay();
      now.setCall(stay).setClearM(0);
    }
    int clearM = now.getClearM() - (int) Math.round(way.metres());
    if (stay == null && clearM <= 0) {
      Harbour nearest = harbours.nearest(way.to().lat(), way.to().lon());
      now.setCall(Calls.enter(way, nearest, vessel).stay());
      clearM = nearest.clearM();
    }
    return now.setClearM(Math.max(0, clearM)).build();
  }

  private VoyageState slowHours(VoyageState v, int hour, List<Way> ways) {
    LoiterState row = v.getLoiter();
    if (ways.isEmpty()) {
      return v;
    }
    boolean apart = row != null && hour - row.getHour() > SlowHours.SILENT_HOURS;
    SlowHours.Told told = new SlowHours.Told(row, null);
    if (row != null && (apart || v.getCall() != null || !SlowHours.slow(ways))) {
      told = SlowHours.end(row, vessel);
      tell(told.loitering());
      row = null;
    }
    boolean known = ways.get(0).seconds() <= SlowHours.SILENT_HOURS * 3600;
    if (known && v.getCall() == null && SlowHours.slow(ways)) {
      told = SlowHours.goOn(row, hour, ways, vessel);
      tell(told.loitering());
    }
    return VoyageState.newBuilder(v).setLoiter(told.row()).build();
  }

  private void tellGap(VoyageState v, @Nullable Fix heard) {
    long area = areas.around(v.getLat6() / 1e6, v.getLon6() / 1e6)[0];
    tell(Cells.token(area), Silence.gap(v, heard, vessel));
  }

  private void tell(@Nullable SpecificRecord fact) {
    if (fact != null) {
      tell(vessel, fact);
    }
  }

  private void tell(String key, SpecificRecord fact) {
    emits.add(new Emit(key, fact));
  }
}
