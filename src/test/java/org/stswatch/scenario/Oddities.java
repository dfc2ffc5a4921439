package org.stswatch.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * What hardly ever happens, and would tell apart two programs that agree on the rest: ties, numbers
 * at their limits, and more of something than there is room for.
 */
final class Oddities {
  private static final int KEYS_SHARED_BY = 12;

  private final Random random;
  private final Supplier<String> ships;

  /**
   * @param ships gives the MMSI of one more ship
   */
  Oddities(Random random, Supplier<String> ships) {
    this.random = random;
    this.ships = ships;
  }

  List<Track> draw() {
    return switch (random.nextInt(6)) {
      case 0 -> namesakes();
      case 1 -> between();
      case 2 -> fork();
      case 3 -> twoKeys();
      case 4 -> roads();
      default -> countedTwice();
    };
  }

  /** A number that is nobody's own: more ships use it at once than are told apart. */
  private List<Track> namesakes() {
    List<Track> tracks = new ArrayList<>();
    String shared = ships.get();
    int everyMin = 15 + random.nextInt(20);
    for (int i = 0; i < KEYS_SHARED_BY; i++) {
      double from = random.nextDouble() * 2;
      double eastM = 14_000.0 * (i - random.nextInt(3));
      tracks.add(lying(shared, from, from + 3 + random.nextInt(2), eastM, 0, everyMin));
    }
    tracks.add(lying(ships.get(), 0, 6, 0, 200, 10));
    return tracks;
  }

  /** A ship in the middle between two of one number, as far from one as from the other. */
  private List<Track> between() {
    List<Track> tracks = new ArrayList<>();
    String shared = ships.get();
    int apartM = 395 + 5 * random.nextInt(15);
    int everyMin = random.nextBoolean() ? 5 : 10;
    boolean eastward = random.nextBoolean();
    for (int side = -1; side <= 1; side++) {
      String mmsi = side == 0 ? ships.get() : shared;
      double eastM = eastward ? side * apartM : 0;
      double northM = eastward ? 0 : side * apartM;
      tracks.add(lying(mmsi, 0, 3 + random.nextInt(3), eastM, northM, everyMin));
    }
    return tracks;
  }

  /** Two ships of one number, and a fix that is as near to one as to the other. */
  private List<Track> fork() {
    List<Track> tracks = new ArrayList<>();
    String shared = ships.get();
    double at = 2 + random.nextInt(2);
    for (int side = -1; side <= 1; side += 2) {
      tracks.add(lying(shared, 0, at, side * 15_000, 0, 20));
      tracks.add(lying(ships.get(), 0, 5, side * 15_000, 150, 20));
    }
    tracks.add(lying(shared, at + 1, at + 4, 0, 0, 20));
    tracks.add(lying(ships.get(), at + 1, at + 4, 0, 150, 20));
    return tracks;
  }

  /** One ship with two numbers at the same place in the same second, beside another one. */
  private List<Track> twoKeys() {
    int everyMin = 10 + 5 * random.nextInt(3);
    double hours = 2 + random.nextInt(4);
    return List.of(
        lying(ships.get(), 0, hours, 0, 0, everyMin),
        lying(ships.get(), 0, hours, 0, 0, everyMin),
        lying(ships.get(), 0, hours, 0, 480 + random.nextInt(41), everyMin));
  }

  /** More ships around one than are counted. */
  private List<Track> roads() {
    List<Track> tracks = new ArrayList<>();
    int apartM = 90 + random.nextInt(160);
    for (int i = 5 + random.nextInt(4); i > 0; i--) {
      int everyMin = 25 + random.nextInt(30);
      double from = random.nextInt(3);
      double hours = 3 + random.nextInt(5);
      tracks.add(lying(ships.get(), from, from + hours, i % 3 * apartM, i / 3 * apartM, everyMin));
    }
    return tracks;
  }

  /** Alongside again and again, for a time and after a time that are at the limits or beside. */
  private List<Track> countedTwice() {
    List<Track> tracks = new ArrayList<>();
    String guest = ships.get();
    double hour = 0;
    for (int visits = 2 + random.nextInt(4); visits > 0; visits--) {
      double hours = (1 + random.nextInt(19)) / 6.0;
      tracks.add(lying(guest, hour, hour + hours, 0, 200, 10));
      hour += hours + new double[] {1, 2, 4}[random.nextInt(3)] + (random.nextInt(3) - 1) / 6.0;
    }
    tracks.add(lying(ships.get(), 0, hour, 0, 0, 10 + 10 * random.nextInt(2)));
    return tracks;
  }

  private static Track lying(
      String mmsi, double from, double to, double eastM, double northM, int everyMin) {
    return Track.of(mmsi).everyMinutes(everyMin).at(from, eastM, northM).at(to, eastM, northM);
  }
}
