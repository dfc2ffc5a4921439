package org.stswatch.track;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.ArrayList;
import java.util.List;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Geodesy;
import org.stswatch.vessel.FixRef;

/**
 * The way of a ship between two fixes of one segment, and the grid times that it covers.
 *
 * @param metres its length
 */
record Way(Segment from, Fix to, double metres, String vessel, TrackSettings settings) {
  /**
   * Ways shorter in time than this are judged as if they took it: the noise of two positions is not
   * speed, s.
   */
  private static final int SHORTEST_S = 60;

  /** The segment after the way, and the samples on it. */
  record Covered(Segment segment, List<Sample> samples) {}

  /**
   * Covers the grid times from the first fix to the second, both included, if they are near enough
   * in time.
   *
   * @param heardS last grid time at which the ship was heard on any segment
   */
  Covered cover(int heardS) {
    int stepS = (int) settings.gridStep().toSeconds();
    int firstS = Math.floorDiv(from.lastS() + stepS - 1, stepS) * stepS;
    boolean continuous = seconds() <= settings.maxInterpolationGap().toSeconds();
    if (firstS > to.timeS() || !continuous) {
      return new Covered(segment(from.grid(), from.sampledS()), List.of());
    }
    boolean slow = Geodesy.knots(metres, Math.max(seconds(), SHORTEST_S)) <= settings.sampleMaxKn();
    Grid grid = from.grid();
    int heard = heardS;
    int sampledS = from.sampledS();
    List<Sample> samples = new ArrayList<>(1);
    for (int g = firstS; g <= to.timeS(); g += stepS) {
      // a segment of one fix has the grid time of another one, which was elsewhere then
      if (g != grid.timeS() || from.fixes() == 1) {
        grid = grid.next(g, at(g), heard, stepS);
      }
      heard = Math.max(heard, g);
      if (slow && g > sampledS) {
        samples.add(sample(grid));
        sampledS = g;
      }
    }
    return new Covered(segment(grid, sampledS), samples);
  }

  private int seconds() {
    return to.timeS() - from.lastS();
  }

  /** Along the chord, projected on the sphere: right across the antimeridian and the poles. */
  private S2LatLng at(int timeS) {
    S2Point a = S2LatLng.fromDegrees(from.last().lat(), from.last().lon()).toPoint();
    S2Point b = S2LatLng.fromDegrees(to.lat(), to.lon()).toPoint();
    double f = seconds() == 0 ? 0 : (timeS - from.lastS()) / (double) seconds();
    return new S2LatLng(a.mul(1 - f).add(b.mul(f)));
  }

  private Sample sample(Grid grid) {
    Fix fix = grid.timeS() == to.timeS() ? to : from.last();
    return new Sample(
        vessel,
        from.startS(),
        grid.timeS(),
        false,
        grid.lat6(),
        grid.lon6(),
        false,
        grid.slowSinceS(),
        grid.beforeS(),
        FixRef.of(vessel, fix.timeS(), fix.lat6(), fix.lon6()));
  }

  private Segment segment(Grid grid, int sampledS) {
    return new Segment(
        from.startS(), to, grid, sampledS, Math.min(from.fixes() + 1, Contest.FIXES));
  }
}
