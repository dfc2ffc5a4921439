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

  private record Row(boolean late, Instant time, String mmsi, S2LatLng at) {
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

  /** The table of positions, in the order of receipt: what is late comes last, newest first. */
  String csv() {
    StringBuilder csv = new StringBuilder("mmsi,timestamp,lat,lon\n");
    rows().forEach(row -> csv.append(row.line()).append('\n'));
    return csv.toString();
  }

  /** The same as sightings. */
  List<VesselSighting> sightings() {
    return rows().stream().map(Row::sighting).toList();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Track track : tracks) {
      for (Track.Waypoint fix : track.fixes()) {
        Instant time = start.plusSeconds(Math.round(fix.hour() * 3600));
        rows.add(new Row(track.isLate(), time, track.mmsi, place(fix)));
      }
    }
    Comparator<Row> inTime = Comparator.comparing(Row::time).thenComparing(Row::mmsi);
    List<Row> late = rows.stream().filter(Row::late).sorted(inTime.reversed()).toList();
    rows.removeIf(Row::late);
    rows.sort(inTime);
    rows.addAll(late);
    return rows;
  }

  private S2LatLng place(Track.Waypoint w) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    S2Point up = S2LatLng.fromDegrees(lat, lon).toPoint();
    S2Point east = new S2Point(-Math.sin(lambda), Math.cos(lambda), 0);
    S2Point north =
        new S2Point(
            -Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi));
    S2Point there =
        up.add(east.mul(w.eastM() / Geodesy.EARTH_RADIUS_M))
            .add(north.mul(w.northM() / Geodesy.EARTH_RADIUS_M));
    return new S2LatLng(there.normalize());
  }
}
