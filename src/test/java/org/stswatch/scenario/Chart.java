package org.stswatch.scenario;

import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.stswatch.event.VesselSighting;
import org.stswatch.geo.Geodesy;
import org.stswatch.support.Sightings;

/**
 * Where and when the tracks of a scenario lie. East and north are those of its middle, on the plane
 * that touches the sphere there, so that it may lie on the antimeridian or beside a pole.
 */
record Chart(Instant start, double lat, double lon, List<Track> tracks) {
  static Chart of(String start, double lat, double lon, Track... tracks) {
    return new Chart(Instant.parse(start), lat, lon, List.of(tracks));
  }

  /** One fix, as a line of the table. */
  record Row(boolean late, Instant time, String mmsi, S2LatLng at) {
    String line() {
      return mmsi + "," + time + "," + shown(at.latDegrees()) + "," + shown(at.lngDegrees());
    }

    VesselSighting sighting() {
      double lat = Double.parseDouble(shown(at.latDegrees()));
      return Sightings.at(mmsi, time, lat, Double.parseDouble(shown(at.lngDegrees())));
    }

    private static String shown(double degrees) {
      return String.format(Locale.ROOT, "%.5f", degrees);
    }
  }

  /** The table of positions of all these charts, in the order of receipt. */
  static String csv(List<Chart> charts) {
    StringBuilder csv = new StringBuilder("mmsi,timestamp,lat,lon\n");
    rows(charts).forEach(row -> csv.append(row.line()).append('\n'));
    return csv.toString();
  }

  /** The same of this one, as sightings. */
  List<VesselSighting> sightings() {
    return rows(List.of(this)).stream().map(Row::sighting).toList();
  }

  /** What is late comes last, newest first. */
  private static List<Row> rows(List<Chart> charts) {
    List<Row> rows = new ArrayList<>();
    charts.forEach(chart -> rows.addAll(chart.fixes()));
    Comparator<Row> inTime = Comparator.comparing(Row::time).thenComparing(Row::mmsi);
    List<Row> late = rows.stream().filter(Row::late).sorted(inTime.reversed()).toList();
    rows.removeIf(Row::late);
    rows.sort(inTime);
    rows.addAll(late);
    return rows;
  }

  private List<Row> fixes() {
    List<Row> rows = new ArrayList<>();
    for (Track track : tracks) {
      for (Track.Waypoint fix : track.fixes()) {
        Instant time = start.plusSeconds(Math.round(fix.hour() * 3600));
        rows.add(new Row(track.isLate(), time, track.mmsi, place(fix)));
      }
    }
    return rows;
  }

  /** Where a place lies on the plane of this chart, as a waypoint at this hour. */
  Track.Waypoint waypoint(double hour, double placeLat, double placeLon) {
    S2Point there = S2LatLng.fromDegrees(placeLat, placeLon).toPoint();
    double scale = Geodesy.EARTH_RADIUS_M / S2LatLng.fromDegrees(lat, lon).toPoint().dotProd(there);
    return new Track.Waypoint(hour, east().dotProd(there) * scale, north().dotProd(there) * scale);
  }

  private S2Point east() {
    double lambda = Math.toRadians(lon);
    return new S2Point(-Math.sin(lambda), Math.cos(lambda), 0);
  }

  private S2Point north() {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    return new S2Point(
        -Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi));
  }

  /** Where a waypoint lies. */
  S2LatLng place(Track.Waypoint w) {
    S2Point up = S2LatLng.fromDegrees(lat, lon).toPoint();
    S2Point there =
        up.add(east().mul(w.eastM() / Geodesy.EARTH_RADIUS_M))
            .add(north().mul(w.northM() / Geodesy.EARTH_RADIUS_M));
    return new S2LatLng(there.normalize());
  }
}
