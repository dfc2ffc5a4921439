package org.stswatch.scenario;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2LatLng;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.geo.Geodesy;
import org.stswatch.support.Sightings;

/**
 * What a world's ships look like from above: now and then a sensor sees some of them, with what
 * lies beside them, roughly where and how long they are, and not seldom the same thing under one id
 * twice.
 */
final class Eyes {
  private static final SourceKind[] SENSORS = {
    SourceKind.SAR, SourceKind.SAR, SourceKind.OPTICAL, SourceKind.PATROL, SourceKind.RADAR
  };
  private static final double[] OFF_M = {0, 20, 60, 140, 155, 300, 480, 500, 520, 900, 1600, 4900};
  private static final Double[] LENGTHS_M = {null, null, 18.0, 30.0, 44.0, 85.0, 120.0};
  private static final Double[] ERRORS_M = {null, 0.0, 20.0, 150.0, 700.0};

  private final Random random;
  private final List<VesselSighting> heard;
  private final List<VesselSighting> seen = new ArrayList<>();

  Eyes(Random random, List<VesselSighting> heard) {
    this.random = random;
    this.heard = heard;
  }

  List<VesselSighting> draw() {
    for (int passes = random.nextInt(6); passes > 0 && !heard.isEmpty(); passes--) {
      VesselSighting one = heard.get(random.nextInt(heard.size()));
      SourceKind sensor = SENSORS[random.nextInt(SENSORS.length)];
      Instant then = one.getObservedAt().plusSeconds(random.nextInt(3600) - 1800);
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        add(sensor, then.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(90) : 0), one);
      }
    }
    return seen;
  }

  private void add(SourceKind sensor, Instant then, VesselSighting near) {
    S2LatLng at = off(near, OFF_M[random.nextInt(OFF_M.length)], random.nextDouble());
    boolean again = !seen.isEmpty() && random.nextInt(6) == 0;
    String id = "SEEN-" + (again ? seen.size() - 1 : seen.size());
    seen.add(
        VesselSighting.newBuilder(Sightings.at(id, then, at.latDegrees(), at.lngDegrees()))
            .setSourceKind(sensor)
            .setLengthM(one(LENGTHS_M))
            .setPositionErrorM(one(ERRORS_M))
            .setPublishedAt(
                random.nextBoolean() ? then.plus(Duration.ofHours(random.nextInt(9))) : null)
            .build());
  }

  /** So many metres off, in a direction as a share of the circle. */
  private static S2LatLng off(VesselSighting s, double metres, double share) {
    double phi =
        Math.toRadians(s.getLat())
            + metres / Geodesy.EARTH_RADIUS_M * Math.cos(2 * Math.PI * share);
    double cos = Math.max(1e-9, Math.cos(Math.toRadians(s.getLat())));
    double lambda =
        Math.toRadians(s.getLon())
            + metres / Geodesy.EARTH_RADIUS_M * Math.sin(2 * Math.PI * share) / cos;
    return new S2LatLng(S1Angle.radians(phi), S1Angle.radians(lambda)).normalized();
  }

  private @Nullable Double one(@Nullable Double[] of) {
    return of[random.nextInt(of.length)];
  }
}
