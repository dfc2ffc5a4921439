package org.stswatch.gap;

import java.util.Set;
import java.util.TreeSet;
import org.stswatch.event.Gap;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.geo.Geodesy;

/**
 * How many other ships jumped there and then. One that jumps has a bad set, or shares its number;
 * many at once have lost the satellites' signal, which is no act of any of them.
 */
final class Jumps {
  /** So many hours count beside the one asked for: own choice, an outage of some minutes. */
  private static final int HOURS = 2;

  private static final int HOUR_S = 3600;

  private Jumps() {}

  /** Around the start of a silence: in the hour before, its own and the one after. */
  static int around(Gap gap, AreaState area) {
    int hour = (int) Math.floorDiv(gap.getStart().getEpochSecond(), HOUR_S);
    return ships(area, gap.getVessel(), gap.getStartLat(), gap.getStartLon(), hour + 1);
  }

  /** Around what was seen: in that hour and the two before. */
  static int around(Detection seen, String but, AreaState area) {
    return ships(area, but, seen.getLat(), seen.getLon(), Pass.hour(seen));
  }

  /** With those around the first place: in the hour in which it was found and the two before. */
  static TwinLocation judged(TwinLocation twins, AreaState area) {
    int ships = ships(area, twins.getVessel(), twins.getLat1(), twins.getLon1(), foundHour(twins));
    return TwinLocation.newBuilder(twins).setJumpers(ships).build();
  }

  static int foundHour(TwinLocation twins) {
    return (int) Math.floorDiv(twins.getFound().getEpochSecond(), HOUR_S);
  }

  private static int ships(AreaState area, String but, double lat, double lon, int lastHour) {
    Set<String> vessels = new TreeSet<>();
    for (AreaHour hour : area.hours().between(lastHour - HOURS, lastHour)) {
      for (Presence p : hour.getHeard()) {
        if (p.getJumped()
            && !p.getVessel().equals(but)
            && Geodesy.distanceM(lat, lon, p.getLat6() / 1e6, p.getLon6() / 1e6)
                <= Witnesses.WITHIN_M) {
          vessels.add(p.getVessel());
        }
      }
    }
    return vessels.size();
  }
}
