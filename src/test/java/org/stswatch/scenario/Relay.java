package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.StatementId;

/** A ship lies beside one, and hours later beside one that is often linked to the DPRK. */
final class Relay {
  private static final String IMO = "9074729";

  private final Random random;
  private final Instant start;

  /** The carrier's keys at the first and the second meeting: not seldom two. */
  private final String before = "636888881";

  private final String after;

  Relay(Random random, Instant start) {
    this.random = random;
    this.start = start;
    this.after = random.nextInt(3) == 0 ? "671888881" : before;
  }

  List<VesselSighting> sightings() {
    int wait = 3 + random.nextInt(6);
    double second = 6 + wait;
    List<Track> tracks = new ArrayList<>();
    tracks.add(beside("538888882", 1, 5, 40 + random.nextInt(80)));
    tracks.add(beside(before, 1, 5, 0));
    tracks.add(beside(after, second, second + 4, 0));
    String last = random.nextInt(4) == 0 ? "538888883" : "445888883";
    tracks.add(beside(last, second, second + 4, 40 + random.nextInt(80)));
    return Chart.of(start.toString(), 39.5, 135.0, tracks.toArray(Track[]::new)).sightings();
  }

  /** Of two that are one, each is heard by itself, 15 km off at most. */
  private Track beside(String mmsi, double from, double to, double eastM) {
    return Track.of(mmsi)
        .everyMinutes(20 + random.nextInt(8))
        .at(from - 0.8, eastM + 9_000, -9_000)
        .at(from, eastM, 0)
        .at(to, eastM, 1_500)
        .at(to + 0.8, eastM - 9_000, 9_000);
  }

  List<VoyageStatement> statements() {
    return List.of(says(before), says(after));
  }

  private VoyageStatement says(String mmsi) {
    VoyageStatement stated =
        VoyageStatement.newBuilder()
            .setStatementId("")
            .setMmsi(mmsi)
            .setImo(IMO)
            .setObservedAt(start.plus(Duration.ofMinutes(random.nextInt(900))))
            .setSourceKind(StatementKind.AIS)
            .build();
    return VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build();
  }
}
