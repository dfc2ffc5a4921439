package org.stswatch.scenario;

import static java.util.Map.entry;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import java.util.HashMap;
import java.util.Map;

/** The constructed tracks that show how encounters are found, by the name of their folder. */
final class Charts {
  private static final String A = "538000001";
  private static final String B = "636000002";
  private static final String C = "371000003";
  private static final String D = "351000004";
  private static final String R = "273000005";
  private static final String DAY = "2017-10-15T00:00:00Z";

  /** The middle of the Japan Sea, 250 km from any port. */
  private static final double LAT = 40.0;

  private static final double LON = 134.5;

  private Charts() {}

  /** The tracks of all constructed scenarios. */
  static Map<String, Chart> all() {
    Map<String, Chart> all = new HashMap<>(ofMeetings());
    all.putAll(VoyageCharts.all());
    return all;
  }

  private static Map<String, Chart> ofMeetings() {
    return Map.ofEntries(
        entry("shared-mmsi", sharedMmsi()),
        entry("jump", jump()),
        entry("silent-one", chart(drifting(A, 0).silent(2, 5), drifting(B, 300))),
        entry("silent-both", silentBoth()),
        entry("silent-both-not-bridged", silentBoth()),
        entry("silent-one-other-sailed", chart(drifting(A, 0).silent(3, 6), sailsAndReturns())),
        entry("two-meetings-3h-apart", twoMeetings(3)),
        entry("two-meetings-5h-apart", twoMeetings(5)),
        entry("runs-of-50-min", shortRuns()),
        entry("date-line", around(DAY, 52.0, 180.0)),
        entry("pole", around(DAY, 89.95, 30.0)),
        entry("cell-corner", cellCorner()),
        entry("over-midnight", overMidnight()),
        entry("stations", stations()),
        entry("anchorage", anchorage()),
        entry("near-port", around(DAY, 42.70, 133.05)),
        entry("dprk-alongside-in-port", dprkAlongside()),
        entry("listed-on-the-day", alongside("2018-09-15T00:00:00Z")),
        entry("listed-after-the-event", alongside("2018-03-01T00:00:00Z")),
        entry("no-longer-listed", alongside("2018-09-15T00:00:00Z")),
        entry("namesake-of-a-listed-ship", alongside("2018-09-15T00:00:00Z")),
        entry("payer-listed-that-day", alongside(DAY)),
        entry("listed-ship-sails", sailsPast()),
        entry("declared-tankers", chart(drifting(A, 0), drifting(B, 60))),
        entry("short-meeting-gfw", shortMeeting()),
        entry("short-meeting-skylight", shortMeeting()),
        entry("short-meeting-starboard", shortMeeting()),
        entry("late-fixes-disprove", lateFixes()));
  }

  private static Chart chart(Track... tracks) {
    return Chart.of(DAY, LAT, LON, tracks);
  }

  private static Track drifting(String mmsi, double eastM) {
    return Track.adrift(mmsi, 8, eastM, 0);
  }

  /** Two ships drift for four hours, 300 m apart, across this place. */
  private static Chart around(String start, double lat, double lon) {
    return Chart.of(
        start, lat, lon, Track.adrift(A, 4, -150, -1000), Track.adrift(B, 4, 150, -1000));
  }

  /** A Russian MMSI and another, 60 m apart for five hours. */
  private static Chart alongside(String start) {
    return Chart.of(start, LAT, LON, Track.adrift(R, 5, 0, 0), Track.adrift(B, 5, 60, 0));
  }

  /** At 10 kn past a ship that drifts. */
  private static Chart sailsPast() {
    return Chart.of(
        "2018-09-15T00:00:00Z",
        LAT,
        LON,
        Track.of(R).at(0, -300, -46_300).at(5, -300, 46_300),
        Track.adrift(B, 5, 0, 0));
  }

  private static Chart sharedMmsi() {
    return chart(
        Track.adrift(A, 6, 0, 0),
        Track.of(A).at(0.03, 400_000, 0).at(6, 400_000, 40_000),
        Track.of(B).at(0, 20_000, 0).at(1, 300, 300).at(5, 300, 2500).at(6, 20_000, 2500));
  }

  private static Chart jump() {
    return chart(
        Track.adrift(A, 5, 0, 0),
        Track.of(A).at(2.55, 30_000, 0),
        Track.adrift(B, 5, 300, 0),
        Track.adrift(C, 5, 30_100, -1400));
  }

  private static Chart silentBoth() {
    return chart(drifting(A, 0).silent(2.5, 5.5), drifting(B, 300).silent(2.5, 5.5));
  }

  /** Sails 8 km off at 4.3 kn while the other is silent, and comes back. */
  private static Track sailsAndReturns() {
    return Track.of(B)
        .at(0, 300, 0)
        .at(3, 300, 1700)
        .at(4, 8300, 2200)
        .at(5, 8300, 2800)
        .at(6, 300, 3300)
        .at(8, 300, 4400);
  }

  /** Side by side for 130 minutes, 3 km apart for so many hours, together again. */
  private static Chart twoMeetings(double hoursApart) {
    double left = 2.2;
    double back = left + hoursApart;
    double end = back + left;
    return chart(
        Track.moored(A, end, 0, 0),
        Track.of(B)
            .at(0, 120, 0)
            .at(left, 120, 0)
            .at(left + 0.5, 3000, 0)
            .at(back - 0.5, 3000, 0)
            .at(back, 120, 0)
            .at(end, 120, 0));
  }

  /** In reach for 50 minutes, 50 minutes off, four times. */
  private static Chart shortRuns() {
    Track b = Track.of(B);
    for (int i = 0; i < 4; i++) {
      double hour = i * 10 / 6.0;
      b.at(hour, 300, 0).at(hour + 5.1 / 6, 300, 0).at(hour + 6 / 6.0, 1500, 0);
      b.at(hour + 9 / 6.0, 1500, 0).at(hour + 9.9 / 6, 300, 0);
    }
    return chart(Track.moored(A, 7, 0, 0), b);
  }

  /** The corner of a large cell is one of its small cells too, at any level. */
  private static Chart cellCorner() {
    S2CellId cell = S2CellId.fromLatLng(S2LatLng.fromDegrees(39, 135)).parent(6);
    S2LatLng corner = new S2LatLng(new S2Cell(cell).getVertex(0));
    return around(DAY, corner.latDegrees(), corner.lngDegrees());
  }

  private static Chart overMidnight() {
    return Chart.of(
        "2017-10-15T22:10:00Z",
        LAT,
        LON,
        Track.moored(A, 5, 0, 0),
        Track.of(B)
            .at(0, 8000, 0)
            .at(0.95, 700, 0)
            .at(1, 200, 0)
            .at(3.25, 200, 0)
            .at(3.3, 700, 0)
            .at(5, 8000, 0));
  }

  private static Chart stations() {
    return chart(
        Track.moored(A, 5, 0, 0),
        Track.moored("993510001", 5, 100, 0),
        Track.moored("003510001", 5, 150, 0),
        Track.moored("111510001", 5, 200, 0),
        Track.moored("974510001", 5, 250, 0));
  }

  private static Chart anchorage() {
    return Chart.of(
        DAY,
        42.38,
        133.40,
        Track.moored(A, 6, 0, 0),
        Track.moored(B, 6, 350, 0),
        Track.moored(C, 6, 0, 350),
        Track.moored(D, 6, 350, 350));
  }

  /** Off Nakhodka, 4 km from its point. */
  private static Chart dprkAlongside() {
    return Chart.of(
        DAY, 42.77, 132.92, Track.moored("445000001", 5, 0, 0), Track.moored(A, 5, 40, 0));
  }

  private static Chart shortMeeting() {
    return chart(
        Track.moored(A, 2, 0, 0).everyMinutes(2),
        Track.of(B).at(0, 4000, 0).at(0.6, 150, 0).at(1.4, 150, 0).at(2, 4000, 0).everyMinutes(2));
  }

  /** Heard on the hour beside the other; what it did in between comes when all seems over. */
  private static Chart lateFixes() {
    return chart(
        Track.moored(A, 4, 0, 0),
        Track.moored(B, 4, 120, 0).everyMinutes(60),
        Track.of(B).at(0.5, 3000, 0).at(3.5, 3000, 0).everyMinutes(60).late());
  }
}
