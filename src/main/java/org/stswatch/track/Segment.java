package org.stswatch.track;

import org.stswatch.event.state.SegmentTip;

/**
 * The end of a track segment, as {@link SegmentTip} stores it.
 *
 * @param startS first fix, s since 1970: names the segment
 * @param last the last fix
 * @param grid the last grid time covered
 * @param sampledS last grid time that gave a sample, s since 1970; 0 for none
 * @param fixes fixes so far, counted up to {@link Contest#FIXES}
 */
record Segment(int startS, Fix last, Grid grid, int sampledS, int fixes) {

  /** A segment that begins with this fix, and goes on from the grid time of another one. */
  static Segment begin(int startS, Fix fix, Grid grid) {
    return new Segment(startS, fix, grid, 0, 1);
  }

  static Segment of(SegmentTip t) {
    return new Segment(
        t.getStartS(),
        new Fix(t.getLastS(), t.getLat6(), t.getLon6()),
        new Grid(t.getGridS(), t.getGridLat6(), t.getGridLon6(), t.getBeforeS(), t.getSlowSinceS()),
        t.getSampledS(),
        t.getFixes());
  }

  SegmentTip stored() {
    return new SegmentTip(
        startS,
        last.timeS(),
        last.lat6(),
        last.lon6(),
        grid.timeS(),
        grid.lat6(),
        grid.lon6(),
        grid.beforeS(),
        grid.slowSinceS(),
        sampledS,
        fixes);
  }

  int lastS() {
    return last.timeS();
  }

  /** Whether this one was heard after the other; of two heard at once the later start counts. */
  boolean heardAfter(Segment o) {
    return lastS() != o.lastS() ? lastS() > o.lastS() : startS > o.startS;
  }
}
