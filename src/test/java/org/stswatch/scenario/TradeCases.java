package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/** Calls, lines and traffic between the DPRK and the Russian Far East. */
final class TradeCases {
  private static final int PASSENGER = 60;
  private static final int CARGO = 70;

  private TradeCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("ferry-man-gyong-bong", ferry()),
        entry("coasters-that-are-no-line", coasters()),
        entry("chon-myong-1-at-vladivostok", chonMyong1()),
        entry("chon-ma-san-off-vostochny", chonMaSan()),
        entry("coal-from-kholmsk-2017", kholmskPile()),
        entry("coal-from-a-small-port", smallPort()),
        entry("front-company-pays-from-vladivostok", frontCompany()),
        entry("tankers-at-vladivostok-14-6-1", argus(1)),
        entry("tankers-at-vladivostok-14-6", argus(6)),
        entry("coal-surge-at-kholmsk", kholmsk(4, 14, true)),
        entry("receivers-fail-at-kholmsk", kholmsk(14, 1, false)),
        entry("calls-that-say-nothing", ordinaryCalls()));
  }

  /**
   * Rajin to Vladivostok, 90 nm in ten hours, past two ships under way; then weekly until the end
   * of August, and from October on; in February she lies six days off Vladivostok.
   */
  private static Drawing ferry() {
    Hull ferry = Hull.of("445999944", "MAN GYONG BONG", PASSENGER, 97);
    Hull cargo = Hull.of("273999904", null, CARGO, 110);
    Hull tanker = Hull.tanker("273999905", null, 90);
    Drawing first =
        Scene.at("2017-05-17T12:00:00Z", 42.6, 131.2)
            .passage(
                ferry, 0, 42.23, 130.3, 2, 42.23, 130.3, 3, 42.15, 130.45, 10, 42.75, 131.8, 12,
                43.08, 131.945, 16, 43.08, 131.945)
            .passage(cargo, 3, 42.9, 131.75, 10, 42.2, 130.9)
            .passage(tanker, 5, 42.3, 132.0, 9, 42.75, 131.6)
            .drawn();
    Hull coaster = Hull.of("273999906", null, CARGO, 85);
    Calls off = Calls.from("2017-05-18T00:00:00Z");
    Calls.Port roads = new Calls.Port(43.045, 131.955, 42.80, 131.75);
    off.every(7, 14, ferry, Calls.VLADIVOSTOK, 7 * 24, 21)
        .every(7, 14, ferry, Calls.RAJIN, 6 * 24 - 30, 24)
        .every(7, 18, ferry, Calls.VLADIVOSTOK, 20 * 7 * 24, 21)
        .every(7, 18, ferry, Calls.RAJIN, (20 * 7 - 1) * 24 - 30, 24)
        .call(ferry, roads, 261 * 24, 6 * 24)
        .every(14, 21, coaster, Calls.VLADIVOSTOK, 5 * 24, 12);
    return first.and(off.drawn());
  }

  /** Two coasters between the same ports: one comes as the cargo does, the other sails at home. */
  private static Drawing coasters() {
    Hull tramp = Hull.of("445999973", null, CARGO, 70);
    Hull domestic = Hull.of("273999907", null, CARGO, 80);
    Calls calls = Calls.from("2017-06-01T00:00:00Z");
    double[] days = {2, 5, 19, 21, 40, 43, 50};
    for (double day : days) {
      calls.call(tramp, Calls.RAJIN, 24 * day - 18, 9).call(tramp, Calls.VLADIVOSTOK, 24 * day, 9);
    }
    return calls
        .every(7, 7, domestic, Calls.VLADIVOSTOK, 60, 9)
        .every(7, 7, domestic, Calls.NAKHODKA, 100, 9)
        .drawn();
  }

  private static Drawing chonMyong1() {
    Hull tanker = Hull.tanker("445999954", "CHON MYONG 1", 82).imo("8712362");
    return Calls.from("2017-08-17T00:00:00Z")
        .call(tanker, Calls.VLADIVOSTOK, 20, 18)
        .drawn()
        .says("2017-08-17T12:00:00Z", tanker);
  }

  /**
   * Comes within a kilometre of the jetties, says nothing for eleven days, is in the Yellow Sea.
   */
  private static Drawing chonMaSan() {
    Scene sea =
        Scene.at("2024-04-01T00:00:00Z", 42.7, 133.05)
            .everyMinutes(30)
            .passage(Ships.CHON_MA_SAN, 0, 42.45, 133.2, 3, 42.70, 133.05, 5, 42.757, 133.012);
    double[] east = {132.95, 133.12, 133.2, 133.28};
    for (int i = 0; i < east.length; i++) {
      Hull other = Hull.of("27399998" + i, null, CARGO, 120);
      sea.passage(other, 0, 42.55, east[i], 16, 42.62, east[i] + 0.05);
    }
    Hull loads = Hull.of("273999984", null, CARGO, 180);
    sea.passage(loads, 0, 42.765, 132.99, 16, 42.765, 132.99);
    return sea.drawn().and(yellowSea());
  }

  private static Drawing yellowSea() {
    return Scene.at("2024-04-12T00:00:00Z", 38.3, 124.5)
        .everyMinutes(30)
        .passage(Ships.CHON_MA_SAN, 0, 37.9, 124.2, 5, 38.4, 124.6)
        .drawn()
        .says("2024-04-12T00:00:00Z", Ships.CHON_MA_SAN.bound("NAMPO"));
  }

  /**
   * Two freighters unload what they took on at Wonsan and Chongjin; three ships load in the weeks
   * after, two of them at the same pile; nine others lie there for hours as well.
   */
  private static Drawing kholmskPile() {
    Hull ulJiBong6 = Hull.of("445999957", "UL JI BONG 6", CARGO, 115);
    Hull second = Hull.of("445999958", null, CARGO, 100);
    Hull skyAngel = Hull.of("371999993", "SKY ANGEL", CARGO, 110);
    Hull richGlory = Hull.of("667999991", "RICH GLORY", CARGO, 120);
    Hull third = Hull.of("538999950", null, CARGO, 130);
    Calls calls =
        Calls.from("2017-08-10T00:00:00Z")
            .call(second, Calls.CHONGJIN, 24 * 3, 30)
            .call(second, Calls.KHOLMSK, 24 * 8, 72)
            .call(ulJiBong6, Calls.WONSAN, 24 * 16, 48)
            .call(ulJiBong6, Calls.KHOLMSK, 24 * 23, 72)
            .call(skyAngel, Calls.KHOLMSK, 24 * 45, 60)
            .call(skyAngel, Calls.INCHEON, 24 * 53, 30)
            .call(richGlory, Calls.KHOLMSK, 24 * 52, 66)
            .call(richGlory, Calls.POHANG, 24 * 62, 30)
            .call(third, Calls.KHOLMSK, 24 * 48, 48)
            .call(third, Calls.POHANG, 24 * 56, 30);
    for (int i = 0; i < 9; i++) {
      calls.call(Hull.of("27399993" + i, null, CARGO, 90), Calls.KHOLMSK, 24 * (38 + i) + 8, 12);
    }
    return calls
        .drawn()
        .says("2017-08-11T00:00:00Z", ulJiBong6, second, skyAngel, richGlory, third);
  }

  /** Of three ships that lie at Posyet one came from Chongjin; another goes to Korea. */
  private static Drawing smallPort() {
    Hull first = Hull.of("445999959", null, CARGO, 100);
    Hull second = Hull.of("538999980", null, CARGO, 120);
    return Calls.from("2017-10-01T00:00:00Z")
        .call(first, Calls.CHONGJIN, 24 * 2, 30)
        .call(first, Calls.POSYET, 24 * 5, 48)
        .call(second, Calls.POSYET, 24 * 20, 48)
        .call(second, Calls.POHANG, 24 * 25, 30)
        .call(Hull.of("273999940", null, CARGO, 90), Calls.POSYET, 24 * 12, 30)
        .drawn()
        .says("2017-10-01T12:00:00Z", first, second);
  }

  /** A tanker loads at Vladivostok and meets another in open sea; a second one only sails. */
  private static Drawing frontCompany() {
    Hull paid = Hull.tanker("273999941", null, 95);
    Hull other = Hull.tanker("538999952", null, 70);
    Hull sails = Hull.tanker("273999942", null, 90);
    Scene sea =
        Scene.at("2017-10-20T00:00:00Z", 41.1, 132.6)
            .everyMinutes(30)
            .ship(other, 20, 30, 0)
            .shipFrom(new Scene.Port(43.08, 131.93, 8), paid, 23, 29, 120)
            .passage(sails, 0, 43.083, 131.94, 9, 43.083, 131.94, 12, 42.7, 131.7, 24, 41.0, 134.0);
    return Drawing.of(sea.chart());
  }

  /** Seven blocks of 14 calls, one of 6, and two of so many; four coasters throughout. */
  private static Drawing argus(int last) {
    Hull[] tankers = new Hull[4];
    for (int i = 0; i < tankers.length; i++) {
      tankers[i] = Hull.tanker("44599992" + i, null, 80);
    }
    Calls calls = Calls.from("2016-09-05T00:00:00Z");
    block(calls, Calls.VLADIVOSTOK, tankers, 0, 7 * 14, 2);
    block(calls, Calls.VLADIVOSTOK, tankers, 7 * 28, 6, 28 / 6.0);
    block(calls, Calls.VLADIVOSTOK, tankers, 8 * 28, 2 * last, 28.0 / last);
    coasters(calls, Calls.VLADIVOSTOK, 9 * 28 + 14);
    return calls.drawn().says("2016-09-05T00:00:00Z", tankers);
  }

  /** Seven blocks of so many freighters, and one of so many; then nobody may be heard any more. */
  private static Drawing kholmsk(int usual, int then, boolean heard) {
    Hull[] freighters = new Hull[4];
    for (int i = 0; i < freighters.length; i++) {
      freighters[i] = Hull.of("44599993" + i, null, CARGO, 110);
    }
    Calls calls = Calls.from("2017-02-06T00:00:00Z");
    block(calls, Calls.KHOLMSK, freighters, 0, 7 * usual, 28.0 / usual);
    block(calls, Calls.KHOLMSK, freighters, 7 * 28, then, 28.0 / then);
    coasters(calls, Calls.KHOLMSK, heard ? 8 * 28 + 14 : 7 * 28);
    if (!heard) {
      calls.call(Hull.of("273999920", null, CARGO, 80), Calls.KHOLMSK, 24 * (8 * 28 + 8), 6);
    }
    return calls.drawn().says("2017-02-06T00:00:00Z", freighters);
  }

  private static void block(
      Calls calls, Calls.Port port, Hull[] ships, double day, int times, double days) {
    for (int i = 0; i < times; i++) {
      calls.call(ships[i % ships.length], port, 24 * (day + days * i) + 4, 6);
    }
  }

  private static void coasters(Calls calls, Calls.Port port, int days) {
    for (int i = 0; i < 4; i++) {
      Hull coaster = Hull.of("27399992" + i, null, CARGO, 80);
      calls.every(14, days / 14, coaster, port, 30 + 60 * i, 6);
    }
  }

  /**
   * A freighter of the DPRK, a Russian tanker, and a tanker of the DPRK where no oil is shipped.
   */
  private static Drawing ordinaryCalls() {
    Hull freighter = Hull.of("445999955", null, CARGO, 90);
    Hull russian = Hull.tanker("273999908", null, 110);
    Hull repaired = Hull.tanker("445999956", null, 80);
    return Calls.from("2017-06-01T00:00:00Z")
        .call(freighter, Calls.NAKHODKA, 10, 30)
        .call(russian, Calls.VOSTOCHNY, 12, 24)
        .call(repaired, Calls.BOLSHOY_KAMEN, 14, 60)
        .drawn()
        .says("2017-06-01T06:00:00Z", freighter, russian, repaired);
  }
}
