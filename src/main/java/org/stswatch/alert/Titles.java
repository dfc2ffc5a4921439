package org.stswatch.alert;

import java.time.Duration;
import org.stswatch.detect.Case;
import org.stswatch.detect.DarkCase;
import org.stswatch.detect.Ship;
import org.stswatch.detect.VesselCase;

/** One line for people: what it looks like, never what it was. */
final class Titles {
  private Titles() {}

  static String of(Case c) {
    Duration length = Duration.between(c.fact().getStart(), c.fact().getEnd());
    return c.ship1().label()
        + " and "
        + c.ship2().label()
        + " met for "
        + length.toHours()
        + " h "
        + length.toMinutesPart()
        + " min, median "
        + c.fact().getMedianDistanceM()
        + " m apart: pattern consistent with a ship-to-ship transfer";
  }

  static String of(VesselCase c) {
    Duration length = c.length();
    String hours = length.toHours() + " h " + length.toMinutesPart() + " min";
    if (c.gap().isEmpty()) {
      return c.ship().label()
          + " drifted for "
          + hours
          + ": pattern consistent with waiting at sea";
    }
    boolean over = c.gap().get().getEnd() != null;
    return c.ship().label()
        + " was silent for "
        + (over ? hours : hours + " or more")
        + " where others were heard: pattern consistent with a transponder switched off";
  }

  static String of(DarkCase c) {
    Duration length = Duration.between(c.fact().getStart(), c.fact().getEnd());
    String hours = length.toHours() + " h " + length.toMinutesPart() + " min";
    if (c.areBothSilent()) {
      return c.ship1().label()
          + " and "
          + c.ship2().label()
          + " were silent and could have been together for "
          + hours
          + ": pattern consistent with a ship-to-ship transfer out of sight";
    }
    Ship silent = c.isSilent(c.ship1()) ? c.ship1() : c.ship2();
    Ship visible = c.isSilent(c.ship1()) ? c.ship2() : c.ship1();
    return visible.label()
        + " lay slow while "
        + silent.label()
        + ", silent, could have been there for "
        + hours
        + ": pattern consistent with a ship-to-ship transfer out of sight";
  }
}
