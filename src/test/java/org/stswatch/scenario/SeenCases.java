package org.stswatch.scenario;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.stswatch.event.SourceKind;

/** What radar, cameras and patrols see beside a ship that lies slow, and what of it is on AIS. */
final class SeenCases {
  /** In winter, when no squid is caught; each case is on a day of its own. */
  private static final Instant WINTER = Instant.parse("2018-12-01T00:00:00Z");

  /** Between Slavyanka and Chongjin, where nobody else is heard (domain rule 3.8). */
  private static final double LAT = 41.0;

  private static final double LON = 132.2;

  private SeenCases() {}

  /** A tanker that drifts for nine hours, in the case of this number. */
  private static Scene waits(int number) {
    return sea(number).ship(Hull.tanker("27399980" + number, null, 90), 2, 11, 0);
  }

  private static Scene sea(int number) {
    return Scene.at(WINTER.plus(Duration.ofDays(5L * number)).toString(), LAT, LON);
  }

  private static Hull passes(int number) {
    return Hull.of("53899998" + number, null, 70, 120);
  }

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("seen-beside-a-tanker", beside(0, 120, 85).drawn()),
        entry("seen-beside-a-tanker-by-patrol", byPatrol()),
        entry("seen-beside-in-squid-season", inSquidSeason().drawn()),
        entry("seen-is-the-ship-herself", herself().drawn()),
        entry("seen-is-a-ship-that-passes", passer().drawn()),
        entry("seen-is-a-small-craft", beside(1, 120, 18).drawn()),
        entry("seen-an-hour-after-she-left", afterwards().drawn()),
        entry("seen-too-far-off", beside(2, 900, 85).drawn()),
        entry("seen-in-a-roadstead", nearPort().drawn()),
        entry("seen-with-another-length", otherLength().drawn()),
        entry("seen-four-days-ago", fourDaysAgo()),
        entry("reported-where-something-was-seen", told(10, "1000045")),
        entry("cleared-where-something-was-seen", told(11, "1000057")),
        entry("seen-and-reported-elsewhere", told(12, "1000069")),
        entry("red-team-detection-told-again", told(13, "1000071")));
  }

  /** The same of a tanker of whom reports tell once it is known; somebody is heard until then. */
  private static Drawing told(int number, String imo) {
    return sea(number)
        .ship(Hull.tanker("2739997" + number, null, 90).imo(imo), 2, 11, 0)
        .seen(6.1, 15, 10, 93)
        .seen(6.1, 120, 20, 85)
        .drawn()
        .and(
            Scene.at(WINTER.plus(Duration.ofDays(5L * number + 2)).toString(), 44.0, 137.0)
                .ship(Hull.of("5389997" + number, null, 70, 120), 2, 18, 0)
                .drawn());
  }

  /** In the fifth hour a satellite sees her, and something else. */
  private static Scene beside(int number, double eastM, double lengthM) {
    return waits(number).seen(6.1, 15, 10, 93).seen(6.1, eastM, 20, lengthM);
  }

  /** The same, by those who fly over; they give no length. */
  private static Drawing byPatrol() {
    return sea(3)
        .ship(Ships.SAEBYOL, 2, 11, 0)
        .published(Duration.ofMinutes(40))
        .seen(SourceKind.PATROL, 6.1, 15, 10, 0)
        .seen(SourceKind.PATROL, 6.1, 90, 0, 0)
        .drawn();
  }

  private static Scene inSquidSeason() {
    return Scene.at("2017-09-20T00:00:00Z", LAT, LON)
        .ship(Hull.tanker("273999809", null, 90), 2, 11, 0)
        .seen(6.1, 15, 10, 93)
        .seen(6.1, 140, 20, 38);
  }

  private static Scene herself() {
    return waits(5).seen(6.1, 260, 90, 95);
  }

  /** At 11 kn, three hundred metres off at the time of the scene; her own way bends there. */
  private static Scene passer() {
    double at = 6.1;
    double kmh = 11 * 1852;
    return waits(6)
        .with(
            passes(6),
            Track.of(passes(6).mmsi())
                .everyMinutes(6)
                .at(at - 3, -2.9 * kmh, 3_500)
                .at(at, 2_800 + 300, 3_600)
                .at(at + 3, 2.5 * kmh, 1.6 * kmh))
        .seen(at, 15, 10, 93)
        .seen(at, 250, 210, 126);
  }

  private static Scene afterwards() {
    return waits(7).seen(12.3, 0, 0, 85);
  }

  /** At the pilot station, five kilometres from Vladivostok. */
  private static Scene nearPort() {
    return Scene.at(WINTER.toString(), 43.04, 131.9)
        .ship(Hull.tanker("273999799", null, 90), 2, 11, 0)
        .seen(6.1, 15, 10, 93)
        .seen(6.1, 120, 20, 85);
  }

  /** One alone, of twice the length that she states. */
  private static Scene otherLength() {
    return sea(4).ship(Ships.SAM_JONG_2, 2, 11, 0).seen(6.1, 40, 10, 190);
  }

  private static Drawing fourDaysAgo() {
    return waits(8)
        .published(Duration.ofHours(80))
        .seen(6.1, 15, 10, 93)
        .seen(6.1, 120, 20, 85)
        .drawn()
        .and(later());
  }

  /** Somebody is heard until the scene is published. */
  private static Drawing later() {
    return Scene.at(WINTER.plus(Duration.ofHours(44 * 24 - 4)).toString(), 44.0, 137.0)
        .ship(passes(8), 2, 18, 0)
        .drawn();
  }
}
