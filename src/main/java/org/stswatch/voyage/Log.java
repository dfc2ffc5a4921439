package org.stswatch.voyage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.CallState;
import org.stswatch.event.state.LandfallState;
import org.stswatch.event.state.LoiterState;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Cells;
import org.stswatch.geo.Geodesy;
import org.stswatch.stream.Result;

/**
 * Writes one hour of a voyage down: what is remembered afterwards, and the facts that it tells.
 * Made anew for each event, and never kept; the state is put together once, at the end.
 *
 * <p>Where one key stands for two ships at once, it follows one of them: the segment that it
 * followed before, else the one with most fixes in the hour, else the oldest. The other one's fixes
 * only count as signs of life. So does a single fix off the track.
 */
final class Log {
  private final String vessel;
  private final Harbour.Finder harbours;
  private final Telling out;
  private final @Nullable VoyageState before;
  private final Twins twins;

  private int markS;
  private int markLat6;
  private int markLon6;
  private float speedKn = -1;
  private float courseDeg = -1;
  private int clearM;
  private @Nullable CallState stay;
  private @Nullable LoiterState row;
  private @Nullable LoiterState stop;
  private @Nullable LandfallState landfall;

  Log(String vessel, @Nullable VoyageState before, Harbour.Finder harbours, Cells areas) {
    this.vessel = vessel;
    this.before = before;
    this.twins = new Twins(vessel, before);
    this.harbours = harbours;
    this.out = new Telling(vessel, areas);
    if (before != null) {
      markS = before.getMarkS();
      markLat6 = before.getMarkLat6();
      markLon6 = before.getMarkLon6();
      speedKn = before.getSpeedKn();
      courseDeg = before.getCourseDeg();
      clearM = before.getClearM();
      stay = before.getCall();
      row = before.getLoiter();
      stop = before.getStop();
      landfall = before.getLandfall();
    }
  }

  /** An hour with these fixes, of which there is one at least. */
  Result<VoyageState> hour(int hour, List<Fix> fixes, ToLongFunction<VoyageState> dueMs) {
    Fix first = fixes.get(0);
    int segmentS = Fix.followed(fixes, before);
    List<Fix> track = fixes.stream().filter(f -> f.segmentS() == segmentS).toList();
    if (before == null) {
      markS = track.get(0).timeS();
      markLat6 = track.get(0).lat6();
      markLon6 = track.get(0).lon6();
    } else if (before.getGapTold() > 0
        || first.timeS() - before.getLastS() >= Silence.thresholdS(before)) {
      out.gap(before, first);
    }
    Cadence cadence = Cadence.at(before == null ? List.of() : before.getCadence(), first.timeS());
    int lastS = before == null ? first.timeS() : before.getLastS();
    for (Fix fix : fixes) {
      if (fix.timeS() > lastS) {
        cadence.add(fix.timeS() - lastS);
        lastS = fix.timeS();
      }
    }
    List<Way> ways = sail(track);
    slowHours(hour, ways);
    twins.hour(hour, fixes).forEach(out::fact);
    Fix last = track.get(track.size() - 1);
    landfall(ways, last);
    int firstS = before == null ? first.timeS() : before.getFirstS();
    VoyageState after = state(firstS, lastS, segmentS, last, cadence);
    Fix from = before == null ? null : Fix.followed(before);
    Bends bends = Bends.of(from, track.get(0), ways, last);
    out.presence(hour, last, twins.jumped(), stay != null, bends);
    return new Result<>(after, out.emits(), dueMs.applyAsLong(after));
  }

  /** Nothing was heard for so long that a gap opens, or that slow hours or twins of v are over. */
  Result<VoyageState> silence(
      VoyageState v,
      boolean gapOpens,
      boolean slowHoursEnd,
      boolean twinsEnd,
      ToLongFunction<VoyageState> dueMs) {
    if (gapOpens) {
      out.gap(v, null);
    }
    if (slowHoursEnd) {
      endSlowHours();
    }
    if (twinsEnd) {
      twins.end().forEach(out::fact);
    }
    VoyageState after =
        VoyageState.newBuilder(v)
            .setGapTold(v.getGapTold() + (gapOpens ? 1 : 0))
            .setLoiter(row)
            .setStop(stop)
            .setTwins(twins.state(Fix.followed(v)))
            .build();
    return new Result<>(after, out.emits(), dueMs.applyAsLong(after));
  }

  private VoyageState state(int firstS, int lastS, int segmentS, Fix last, Cadence cadence) {
    return new VoyageState(
        firstS,
        lastS,
        segmentS,
        last.lat6(),
        last.lon6(),
        last.timeS(),
        speedKn,
        courseDeg,
        markS,
        markLat6,
        markLon6,
        clearM,
        0, // no gap is told
        cadence.days(),
        stay,
        row,
        stop,
        landfall,
        twins.state(last));
  }

  /** Judges the ways of this hour, each of ten minutes or more. */
  private List<Way> sail(List<Fix> track) {
    List<Way> ways = new ArrayList<>();
    for (Fix fix : track) {
      if (fix.timeS() - markS >= Way.SHORTEST_S) {
        Way way = Way.between(markS, markLat6, markLon6, fix);
        ways.add(way);
        call(way);
        markS = fix.timeS();
        markLat6 = fix.lat6();
        markLon6 = fix.lon6();
      }
    }
    if (!ways.isEmpty()) {
      head(ways.get(ways.size() - 1));
    }
    return ways;
  }

  /** Speed and course made good, as far as the last way is short enough to tell. */
  private void head(Way last) {
    boolean known = last.seconds() <= SlowHours.LOITERING_S;
    speedKn = known ? (float) last.knots() : -1;
    courseDeg =
        known
            ? (float)
                Geodesy.courseDeg(
                    last.fromLat6() / 1e6, last.fromLon6() / 1e6, last.to().lat(), last.to().lon())
            : -1;
  }

  private void call(Way way) {
    if (stay != null) {
      Calls.Told told = Calls.goOn(stay, way, vessel);
      out.fact(told.call());
      stay = told.stay();
      clearM = 0;
    }
    clearM -= (int) Math.round(way.metres());
    if (stay == null && clearM <= 0) {
      Harbour nearest = harbours.nearest(way.to().lat(), way.to().lon());
      stay = Calls.enter(way, nearest, vessel).stay();
      clearM = nearest.clearM();
    }
    clearM = Math.max(0, clearM);
  }

  private void slowHours(int hour, List<Way> ways) {
    if (ways.isEmpty()) {
      return;
    }
    boolean slow = stay == null && SlowHours.slow(ways);
    if (row != null && (!slow || hour - row.getHour() > SlowHours.SILENT_HOURS)) {
      endSlowHours();
    }
    if (slow && ways.get(0).seconds() <= SlowHours.SILENT_HOURS * 3600) {
      SlowHours.Told told = SlowHours.goOn(row, hour, ways, vessel);
      out.fact(told.loitering());
      row = told.row();
      Stops.Told piece = Stops.goOn(stop, hour, ways, vessel);
      out.fact(piece.stop());
      stop = piece.hours();
    }
  }

  private void endSlowHours() {
    if (row != null) {
      out.fact(SlowHours.end(row, vessel).loitering());
      out.fact(Stops.end(stop, vessel));
      row = null;
      stop = null;
    }
  }

  private void landfall(List<Way> ways, Fix last) {
    Landfalls.Told told = Landfalls.goOn(landfall, ways, last, vessel, harbours);
    out.fact(told.landfall());
    landfall = told.state();
  }
}
