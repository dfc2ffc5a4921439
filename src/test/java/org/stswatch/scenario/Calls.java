package org.stswatch.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Ships that call at ports over months, heard every three hours and only near the ports: each call
 * is a track of its own, from 40 km off and back.
 */
final class Calls {
  /** Where the pack has an anchorage or a bare point. */
  record Port(double lat, double lon, double seaLat, double seaLon) {}

  static final Port VLADIVOSTOK = new Port(43.080, 131.945, 42.80, 131.75);
  static final Port RAJIN = new Port(42.233, 130.300, 41.95, 130.55);
  static final Port NAKHODKA = new Port(42.810, 132.835, 42.50, 132.95);
  static final Port VOSTOCHNY = new Port(42.760, 133.010, 42.45, 133.15);
  static final Port BOLSHOY_KAMEN = new Port(43.083, 132.315, 42.78, 132.10);

  static final Port KHOLMSK = new Port(47.062, 142.030, 46.80, 141.75);
  static final Port WONSAN = new Port(39.170, 127.455, 39.45, 127.90);
  static final Port CHONGJIN = new Port(41.765, 129.820, 41.50, 130.10);
  static final Port INCHEON = new Port(37.465, 126.615, 37.15, 126.20);
  static final Port POHANG = new Port(36.050, 129.385, 36.10, 129.95);

  static final Port POSYET = new Port(42.650, 130.805, 42.40, 131.00);

  private static final int HEARD_EVERY_MIN = 180;

  /** 40 km at 7 kn, hours. */
  private static final double APPROACH_H = 3;

  private final Chart plane;
  private final List<Track> tracks = new ArrayList<>();

  private Calls(String start) {
    plane = Chart.of(start, 42.5, 132.0);
  }

  static Calls from(String start) {
    return new Calls(start);
  }

  /** A ship comes at this hour, lies so many hours, and leaves; heard every three hours. */
  Calls call(Hull hull, Port port, double hour, double hours) {
    Track track = Track.of(hull.mmsi()).everyMinutes(HEARD_EVERY_MIN);
    add(track, hour - APPROACH_H, port.seaLat(), port.seaLon());
    add(track, hour, port.lat(), port.lon());
    add(track, hour + hours, port.lat(), port.lon());
    add(track, hour + hours + APPROACH_H, port.seaLat(), port.seaLon());
    tracks.add(track);
    return this;
  }

  /** The same so many times, so many days apart. */
  Calls every(double days, int times, Hull hull, Port port, double hour, double hours) {
    for (int i = 0; i < times; i++) {
      call(hull, port, hour + 24 * days * i, hours);
    }
    return this;
  }

  Drawing drawn() {
    return Drawing.of(new Chart(plane.start(), plane.lat(), plane.lon(), List.copyOf(tracks)));
  }

  private void add(Track track, double hour, double lat, double lon) {
    Track.Waypoint w = plane.waypoint(hour, lat, lon);
    track.at(w.hour(), w.eastM(), w.northM());
  }
}
