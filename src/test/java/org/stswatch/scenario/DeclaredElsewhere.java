package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** Voyages from the Russian Far East that went where they were declared to go, or did not. */
final class DeclaredElsewhere {
  private static final String DAY = "2017-08-20T00:00:00Z";

  /** Nakhodka's roads, and Vladivostok's. */
  private static final double[] NAKHODKA = {42.80, 132.84};

  private static final double[] VLADIVOSTOK = {43.08, 131.93};

  /** 12 to 13 km off the points of the ports, where a stay is no call. */
  private static final double[] OFF_KIMCHAEK = {40.667, 129.35};

  private static final double[] OFF_CHONGJIN = {41.767, 129.965};
  private static final double[] OFF_HUNGNAM = {39.72, 127.617};
  private static final double[] OFF_NAJIN = {42.12, 130.30};

  private DeclaredElsewhere() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("eight-ships-declared-elsewhere", eightShips()),
        entry("declared-china-called-at-chongjin", calledAtChongjin("QINGDAO, CHINA").drawn()),
        entry("declared-chongjin-openly", calledAtChongjin("KP CHO").drawn()),
        entry("destination-unread", calledAtChongjin("FISHING FLEET").drawn()),
        entry("destination-changed-openly", changedOpenly()),
        entry("declared-busan-called-at-busan", toBusan()),
        entry("declared-busan-passed-the-coast", passedTheCoast()),
        entry("declared-busan-silent-off-hungnam", silentOffHungnam()));
  }

  /** Hours at 9 kn between the ports (great circles), and three hours off the coast. */
  private static Drawing eightShips() {
    Scene sea = Scene.at(DAY, 41.4, 130.8).everyMinutes(30);
    round(sea, 0, "CHINA", VLADIVOSTOK, 21, OFF_KIMCHAEK);
    round(sea, 1, "S.KOREA", NAKHODKA, 16, OFF_CHONGJIN);
    round(sea, 2, "KRPUS", NAKHODKA, 33, OFF_HUNGNAM);
    round(sea, 3, "PUSAN", VLADIVOSTOK, 10, OFF_NAJIN);
    round(sea, 4, "QINGDAO", VLADIVOSTOK, 14, OFF_CHONGJIN);
    round(sea, 5, "SOUTH KOREA", NAKHODKA, 21, OFF_KIMCHAEK);
    round(sea, 6, "RUNJK>CNDAL", NAKHODKA, 14, OFF_NAJIN);
    round(sea, 7, "KR PUS", VLADIVOSTOK, 33, OFF_HUNGNAM);
    return sea.drawn();
  }

  /** Lies in the roads for six hours, sails, lies off the other coast for three, and sails back. */
  private static void round(
      Scene sea, int number, String bound, double[] from, double hours, double[] off) {
    Hull ship = Hull.tanker("44599900" + number, null, 60 + 5 * number).bound(bound);
    double day = 80 * number; // one after the other
    double there = day + 6 + hours;
    double[] back = leg(there + 3 + hours, from);
    sea.passage(
        ship, leg(day, from, leg(day + 6, from, leg(there, off, leg(there + 3, off, back)))));
  }

  private static double[] leg(double hour, double[] place, double... rest) {
    double[] all = new double[3 + rest.length];
    all[0] = hour;
    System.arraycopy(place, 0, all, 1, 2);
    System.arraycopy(rest, 0, all, 3, rest.length);
    return all;
  }

  private static Hull tanker(String bound) {
    return Hull.tanker("538999951", null, 90).bound(bound);
  }

  /** Out of Nakhodka to the berths of Chongjin, ten hours there, and away. */
  private static Scene calledAtChongjin(String bound) {
    return Scene.at(DAY, 41.8, 131.4)
        .everyMinutes(30)
        .passage(
            tanker(bound),
            0,
            42.80,
            132.84,
            8,
            42.80,
            132.84,
            25,
            41.767,
            129.83,
            35,
            41.767,
            129.83,
            50,
            41.6,
            133.2);
  }

  private static Drawing changedOpenly() {
    return calledAtChongjin("BUSAN")
        .drawn()
        .says("2017-08-20T14:00:00Z", tanker("CHONGJIN, DPR KOREA"));
  }

  /** Straight across the waters that the DPRK claims, at 10 kn, to the roads of Busan. */
  private static Drawing toBusan() {
    return Scene.at(DAY, 39.0, 131.0)
        .everyMinutes(30)
        .passage(
            tanker("BUSAN"),
            0,
            42.80,
            132.84,
            8,
            42.80,
            132.84,
            35,
            38.6,
            131.0,
            58,
            35.10,
            129.06,
            70,
            35.10,
            129.06)
        .drawn();
  }

  /** To 12 km off Chongjin without slowing down, and on to the open sea. */
  private static Drawing passedTheCoast() {
    return Scene.at(DAY, 41.0, 131.0)
        .everyMinutes(20)
        .passage(
            tanker("BUSAN"),
            0,
            42.80,
            132.84,
            8,
            42.80,
            132.84,
            24,
            41.767,
            129.965,
            44,
            41.3,
            134.5)
        .drawn();
  }

  /** Silent for twelve hours 100 km off Hungnam and Kimchaek, while four others are heard. */
  private static Drawing silentOffHungnam() {
    Scene sea = Scene.at(DAY, 40.5, 130.0).everyMinutes(30);
    sea.passage(
            tanker("BUSAN"),
            0,
            42.80,
            132.84,
            8,
            42.80,
            132.84,
            36,
            39.7,
            129.2,
            48,
            39.6,
            129.0,
            75,
            41.8,
            133.0)
        .silent(36.2, 47.8);
    for (int i = 0; i < 4; i++) {
      Hull other = Hull.of("53899996" + i, null, 70, 100);
      sea.passage(other, 30, 39.6 + 0.03 * i, 128.95, 60, 39.55 + 0.03 * i, 128.7);
    }
    return sea.drawn();
  }
}
