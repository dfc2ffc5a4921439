package org.stswatch.scenario;

import com.google.common.geometry.S2LatLng;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.source.StatementId;

/**
 * Some ships for half a day at one or two places, drawn by chance from a seed: they meet for hours,
 * on borders of cells, on the antimeridian, past midnight and near ports; they part and meet again,
 * fall silent, share an MMSI, jump, cross each other's way, lie at anchor side by side, and do what
 * hardly ever happens.
 */
public final class World {
  /** So that a run takes a fraction of a second. */
  public static final int MOST_FIXES = 300;

  private static final int[] REPORT_EVERY_MIN = {6, 10, 17, 25, 35, 50};
  private static final double[] APART_M = {
    0, 20, 45, 50, 120, 190, 200, 240, 250, 320, 420, 480, 495, 500, 515, 800
  };
  private static final int[] LATER_H = {0, 7, 20, 40, 60};
  private static final String[] KINDS_OF_MMSI = {"538", "273", "445", "412", "636"};

  /** An aid to navigation: it meets nobody. */
  private static final String BUOY = "994136000";

  private final Random random;

  /** Draws what came later, so that the rest of a seed stays as it was. */
  private final Random further;

  private final List<VesselSighting> sightings = new ArrayList<>();
  private final List<VoyageStatement> statements = new ArrayList<>();
  private final List<WatchlistEntry> listed = new ArrayList<>();
  private final List<String> ships = new ArrayList<>();
  private final List<VesselSighting> seen = new ArrayList<>();

  /** Ships of the first place that come to the second, in this order. */
  private final Queue<String> known = new ArrayDeque<>();

  public World(long seed) {
    this(seed, false);
  }

  /**
   * A world of this seed.
   *
   * @param unseen whether ships may meet out of sight beside the rest, which stays as it was
   */
  public World(long seed, boolean unseen) {
    random = new Random(seed);
    further = new Random(~seed);
    Instant start =
        Instant.parse("2017-10-14T18:00:00Z")
            .plus(
                Duration.ofMinutes(
                    random.nextInt(144) * 10L + (random.nextBoolean() ? 0 : random.nextInt(10))));
    S2LatLng place = Waters.draw(random);
    scene(start, place);
    Instant end = start;
    if (random.nextInt(4) > 0) {
      boolean again = random.nextBoolean();
      known.addAll(again ? ships : List.of());
      S2LatLng there = again && random.nextInt(4) > 0 ? place : Waters.draw(random);
      end = start.plus(Duration.ofHours(LATER_H[random.nextInt(LATER_H.length)]));
      scene(end, there);
    }
    new Wear(random).of(sightings);
    Collections.shuffle(sightings, random);
    while (sightings.size() > MOST_FIXES) {
      sightings.remove(sightings.size() - 1);
    }
    Random dice = new Random(seed + 1);
    if (unseen && dice.nextBoolean()) {
      new Unseen(dice).near(place, start, MOST_FIXES - sightings.size(), ships).forEach(this::mix);
    }
    Random voices = new Random(seed + 2);
    for (int n = random.nextInt(8); n > 0; n--) {
      VoyageStatement stated =
          statement(
              end.plus(
                  Duration.ofSeconds(
                      random.nextInt(86_400) * (random.nextInt(4) == 0 ? 3 : 1) - 14_400)));
      statements.add(voices.nextBoolean() ? stated : again(stated, voices.nextInt(3) == 0));
    }
    listed.addAll(new Lists(further, ships, start).draw());
    if (further.nextInt(4) == 0) {
      Journeys one = new Journeys(further, start);
      add(one.sightings(), one.statements());
    } else if (further.nextInt(5) == 0) {
      Relay one = new Relay(further, start);
      add(one.sightings(), one.statements());
    }
    seen.addAll(new Eyes(new Random(seed + 3), sightings).draw());
  }

  /** What radar, cameras and patrols see, without a name; in no order. */
  public List<VesselSighting> seen() {
    return seen;
  }

  private void add(List<VesselSighting> more, List<VoyageStatement> said) {
    while (sightings.size() + more.size() > MOST_FIXES) {
      sightings.remove(sightings.size() - 1);
    }
    sightings.addAll(more);
    statements.addAll(said);
  }

  private void mix(VesselSighting sighting) {
    sightings.add(further.nextInt(sightings.size() + 1), sighting);
  }

  private World(long seed, TradeWorld trade) {
    random = new Random(seed);
    further = new Random(~seed);
    sightings.addAll(trade.sightings());
    statements.addAll(trade.statements());
    ships.addAll(trade.ships());
    Collections.shuffle(sightings, random);
    listed.addAll(new Lists(further, ships, TradeWorld.START).draw());
  }

  /** Months of port calls, far fewer fixes apart than a meeting needs. */
  public static World ofTrade(long seed) {
    return new World(seed, new TradeWorld(new Random(seed)));
  }

  /** Of the same world, for what is not drawn by others. */
  public Random further() {
    return further;
  }

  public List<WatchlistEntry> listed() {
    return listed;
  }

  /** In no order. */
  public List<VesselSighting> sightings() {
    return sightings;
  }

  public List<VoyageStatement> statements() {
    return statements;
  }

  private void scene(Instant start, S2LatLng place) {
    Chart chart = new Chart(start, place.latDegrees(), place.lngDegrees(), scene());
    sightings.addAll(chart.sightings());
  }

  private List<Track> scene() {
    return switch (random.nextInt(12)) {
      case 0 -> meeting(1, 2 + random.nextInt(5));
      case 1 -> again();
      case 2, 3 -> silent();
      case 4 -> anchored();
      case 5 -> shared();
      case 6 -> crossed();
      case 7 -> jumping();
      case 8, 9, 10 -> new Oddities(random, this::ship).draw();
      default -> zigzag();
    };
  }

  private List<Track> meeting(double from, double hours) {
    double apart = apart();
    return List.of(
        visitor(ship(), from, from + hours, 0, 0),
        visitor(ship(), from + random.nextDouble(), from + hours, apart, random.nextInt(30)));
  }

  /** One lies there, the other comes twice. */
  private List<Track> again() {
    double apart = apart();
    double back = 3 + random.nextDouble() * 6;
    Track second = visitor(ship(), 1, 2.5 + random.nextDouble(), apart, 0);
    return List.of(
        visitor(ship(), 1, back + 2.5, 0, 0), visit(second, back, back + 2.2, apart(), 0));
  }

  private List<Track> silent() {
    double hours = 6 + random.nextInt(8);
    List<Track> both = new ArrayList<>(meeting(0.5, hours));
    if (random.nextBoolean()) { // heard at the same times
      both.set(1, visitor(both.get(1).mmsi, 0.5, 0.5 + hours, apart(), 0).everyMinutes(6));
      both.get(0).everyMinutes(6);
    }
    double from = 2 + random.nextDouble() * 2;
    double to = from + 1.3 + random.nextDouble() * (random.nextBoolean() ? 10 : 3);
    both.get(0).silent(from, to);
    switch (random.nextInt(4)) {
      case 0 -> both.get(1).silent(from, to);
      case 1 -> both.get(1).silent(from - random.nextDouble(), to + random.nextDouble() / 2);
      case 2 -> both.get(1).silent(from + random.nextDouble() / 2, to - random.nextDouble() / 2);
      default -> {}
    }
    return both;
  }

  private List<Track> anchored() {
    List<Track> tracks = new ArrayList<>();
    int apart = 230 + random.nextInt(250);
    for (int i = 3 + random.nextInt(3); i > 0; i--) {
      Track moored = Track.moored(ship(), 5 + random.nextInt(3), i * apart, random.nextInt(60));
      tracks.add(moored.everyMinutes(every()));
    }
    return tracks;
  }

  /** The namesake is far off, or lies beside a third ship. */
  private List<Track> shared() {
    List<Track> tracks = new ArrayList<>(meeting(1, 3 + random.nextInt(3)));
    double offM = random.nextBoolean() ? 40_000 : 900;
    double from = random.nextInt(3);
    tracks.add(visitor(tracks.get(0).mmsi, from, from + 4, offM, 5000));
    if (random.nextBoolean()) {
      tracks.add(visitor(ship(), from, from + 4, offM + apart(), 5000));
    }
    return tracks;
  }

  private List<Track> crossed() {
    List<Track> tracks = new ArrayList<>(meeting(1, 3));
    double at = 1 + random.nextDouble() * 3;
    tracks.add(
        Track.of(ship())
            .everyMinutes(6)
            .at(at - 0.5, -11_000, random.nextInt(400))
            .at(at + 0.5, 11_000, random.nextInt(400)));
    tracks.add(Track.moored(BUOY, 4, 100, 0).everyMinutes(30));
    return tracks;
  }

  private List<Track> jumping() {
    List<Track> tracks = new ArrayList<>(meeting(1, 4));
    for (int jumps = 1 + random.nextInt(3); jumps > 0; jumps--) {
      double offM = new double[] {700, 5000, 60_000}[random.nextInt(3)];
      String mmsi = tracks.get(random.nextInt(2)).mmsi;
      tracks.add(Track.of(mmsi).at(1 + random.nextDouble() * 4, offM, 0));
    }
    return tracks;
  }

  /** To and fro over the middle, with few fixes: each one that comes late moves the samples. */
  private List<Track> zigzag() {
    List<Track> tracks = new ArrayList<>();
    double apart = apart();
    for (int ship = 0; ship < 2; ship++) {
      Track track = Track.of(ship()).everyMinutes(10 + random.nextInt(20));
      double hour = random.nextDouble() / 2;
      for (int leg = 0; hour < 6; leg++) {
        int side = leg % 2 == 0 ? -1 : 1;
        track.at(hour, side * 150 + ship * apart, side * random.nextInt(300));
        hour += 0.2 + random.nextDouble() / 2;
      }
      tracks.add(track);
    }
    return tracks;
  }

  private Track visitor(String mmsi, double from, double to, double eastM, double northM) {
    return visit(Track.of(mmsi).everyMinutes(every()), from, to, eastM, northM);
  }

  /** Comes from some kilometres off, drifts, and leaves. */
  private Track visit(Track track, double from, double to, double eastM, double northM) {
    double far = 3000 + random.nextInt(7000);
    double knots = random.nextInt(4) == 0 ? 1.9 + random.nextInt(21) / 100.0 : 0.3;
    double driftM = (to - from) * knots * 1852;
    return track
        .at(from - 0.9, eastM + far, northM - far)
        .at(from, eastM, northM)
        .at(to, eastM, northM + driftM)
        .at(to + 0.9, eastM - far, northM + driftM);
  }

  private VoyageStatement statement(Instant at) {
    String ship = ships.get(random.nextInt(ships.size()));
    VoyageStatement stated =
        VoyageStatement.newBuilder()
            .setStatementId("")
            .setMmsi(ship)
            .setImo(Lists.imo(ship))
            .setObservedAt(at.plusMillis(random.nextInt(2) * 500L))
            .setName("SHIP " + random.nextInt(3))
            .setShipType(random.nextBoolean() ? 80 : null)
            .setFlag(random.nextInt(3) == 0 ? "KP" : null)
            .setSourceKind(StatementKind.AIS)
            .build();
    return VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build();
  }

  /** Heard for the second time; or with the number of the first ship, which two share then. */
  private VoyageStatement again(VoyageStatement stated, boolean borrowed) {
    VoyageStatement.Builder again = VoyageStatement.newBuilder(stated).setReceipt(2);
    if (borrowed) {
      again.setImo(Lists.imo(ships.get(0)));
    }
    return again.setStatementId(StatementId.of(again.setStatementId("").build())).build();
  }

  private String ship() {
    if (!known.isEmpty()) {
      return known.remove();
    }
    String mmsi =
        KINDS_OF_MMSI[random.nextInt(KINDS_OF_MMSI.length)]
            + "%06d".formatted(100 * ships.size() + random.nextInt(100));
    ships.add(mmsi);
    return mmsi;
  }

  private int every() {
    return REPORT_EVERY_MIN[random.nextInt(REPORT_EVERY_MIN.length)];
  }

  private double apart() {
    return APART_M[random.nextInt(APART_M.length)];
  }
}
