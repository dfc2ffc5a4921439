package org.stswatch.track;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.SegmentTip;
import org.stswatch.geo.Geodesy;

/** The way of a ship between two fixes of one segment, and the grid times that it covers. */
record Way(SegmentTip from, Fix to, String vessel, TrackSettings settings) {
  /** The tip after the way, and the samples on it. */
  record Covered(SegmentTip tip, List<Sample> samples) {}

  /**
   * Covers the grid times from the first fix to the second, both included, if they are near enough
   * in time.
   *
   * @param heardS last grid time at which the ship was heard on any segment
   */
  Covered cover(int heardS) {
    int stepS = (int) settings.gridStep().toSeconds();
    boolean continuous = to.timeS() - from.getLastS() <= settings.maxInterpolationGap().toSeconds();
    Grid grid =
        new Grid(
            from.getGridS(),
            from.getGridLat6(),
            from.getGridLon6(),
            from.getBeforeS(),
            from.getSlowSinceS());
    int sampledS = from.getSampledS();
    List<Sample> samples = List.of();
    if (continuous) {
      boolean slow = speedKn() <= settings.sampleMaxKn();
      int heard = heardS;
      for (int g = Math.floorDiv(from.getLastS() + stepS - 1, stepS) * stepS;
          g <= to.timeS();
          g += stepS) {
        if (g != grid.timeS()) {
          grid = grid.next(g, at(g), heard, stepS);
        }
        heard = Math.max(heard, g);
        if (slow && g > sampledS) {
          samples = samples.isEmpty() ? new ArrayList<>() : samples;
          samples.add(sample(grid));
          sampledS = g;
        }
      }
    }
    return new Covered(tip(grid, sampledS), samples);
  }

  private double speedKn() {
    return Walk.wayKn(to.distanceM(from.getLat6(), from.getLon6()), to.timeS() - from.getLastS());
  }

  /** Along the chord, projected on the sphere: right across the antimeridian and the poles. */
  private S2LatLng at(int timeS) {
    S2Point a = S2LatLng.fromDegrees(from.getLat6() / 1e6, from.getLon6() / 1e6).toPoint();
    S2Point b = S2LatLng.fromDegrees(to.lat(), to.lon()).toPoint();
    int seconds = to.timeS() - from.getLastS();
    double f = seconds == 0 ? 0 : (timeS - from.getLastS()) / (double) seconds;
    return new S2LatLng(a.mul(1 - f).add(b.mul(f)));
  }

  private Sample sample(Grid grid) {
    boolean atEnd = grid.timeS() == to.timeS();
    return new Sample(
        vessel,
        from.getStartS(),
        grid.timeS(),
        false,
        grid.lat6(),
        grid.lon6(),
        false,
        grid.slowSinceS(),
        grid.beforeS(),
        atEnd
            ? Fix.ref(vessel, to.timeS(), to.lat6(), to.lon6())
            : Fix.ref(vessel, from.getLastS(), from.getLat6(), from.getLon6()));
  }

  private SegmentTip tip(Grid grid, int sampledS) {
    return new SegmentTip(
        from.getStartS(),
        to.timeS(),
        to.lat6(),
        to.lon6(),
        grid.timeS(),
        grid.lat6(),
        grid.lon6(),
        grid.beforeS(),
        grid.slowSinceS(),
        sampledS,
        Math.min(from.getFixes() + 1, Contest.FIXES));
  }

  /** The last grid time covered: where, when heard before, slow since when. */
  private record Grid(int timeS, int lat6, int lon6, int beforeS, int slowSinceS) {
    Grid next(int g, S2LatLng at, int heardS, int stepS) {
      int lat6Then = (int) Math.round(at.latDegrees() * 1e6);
      int lon6Then = (int) Math.round(at.lngDegrees() * 1e6);
      int before = Math.min(heardS, g - stepS);
      boolean known = timeS != 0 && g - timeS <= Walk.REMEMBER_S;
      double metres = Geodesy.distanceM(lat6 / 1e6, lon6 / 1e6, lat6Then / 1e6, lon6Then / 1e6);
      boolean slow = known && Geodesy.knots(metres, g - timeS) < Walk.DRIFT_MAX_KN;
      return new Grid(
          g, lat6Then, lon6Then, g - before > Walk.REMEMBER_S ? 0 : before, slow ? slowSinceS : g);
    }
  }
}
