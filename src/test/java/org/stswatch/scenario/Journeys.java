package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.StatementId;

/**
 * A ship that leaves Vladivostok and is off Chongjin, or in its port, or passes by, half a day
 * later, with destinations typed before and under way.
 */
final class Journeys {
  private static final String[] DESTINATIONS = {
    "BUSAN", "QINGDAO, CHINA", "RUVVO>KRPUS", "CHONGJIN", "VLADIVOSTOK", "FOR ORDERS"
  };
  private static final String[] KINDS_OF_MMSI = {"273", "445", "538"};

  private final Random random;
  private final Instant start;
  private final String ship;

  Journeys(Random random, Instant start) {
    this.random = random;
    this.start = start;
    this.ship = KINDS_OF_MMSI[random.nextInt(3)] + "77777" + random.nextInt(10);
  }

  List<VesselSighting> sightings() {
    Chart sea = Chart.of(start.toString(), 42.3, 131.0);
    Track track = Track.of(ship).everyMinutes(25 + random.nextInt(15));
    int lies = 1 + random.nextInt(4);
    double there = lies + 10 + random.nextDouble();
    double offLon = random.nextBoolean() ? 129.96 : 129.83;
    double stays = random.nextInt(4) * random.nextDouble();
    at(track, sea, 0, 43.08, 131.93);
    at(track, sea, lies, 43.08, 131.93);
    at(track, sea, there, 41.767, offLon);
    at(track, sea, there + stays, 41.767, offLon);
    if (random.nextBoolean()) {
      at(track, sea, there + stays + 9, 41.9, 132.6);
    }
    if (random.nextInt(3) == 0) {
      track.silent(lies + 3 + random.nextInt(6), there + 2);
    }
    return Chart.of(start.toString(), 42.3, 131.0, track).sightings();
  }

  private static void at(Track track, Chart sea, double hour, double lat, double lon) {
    Track.Waypoint w = sea.waypoint(hour, lat, lon);
    track.at(w.hour(), w.eastM(), w.northM());
  }

  List<VoyageStatement> statements() {
    return random.nextInt(3) == 0
        ? List.of(says(0), says(2 + random.nextInt(14)))
        : List.of(says(0));
  }

  private VoyageStatement says(int hour) {
    VoyageStatement stated =
        VoyageStatement.newBuilder()
            .setStatementId("")
            .setMmsi(ship)
            .setObservedAt(start.plus(Duration.ofHours(hour)))
            .setShipType(80)
            .setDestination(DESTINATIONS[random.nextInt(DESTINATIONS.length)])
            .setSourceKind(random.nextBoolean() ? StatementKind.AIS : StatementKind.PORT_CONTROL)
            .build();
    return VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build();
  }
}
