package org.stswatch.scenario;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Meetings that were reported, sanctioned or photographed, drawn as two ships on AIS would show
 * them. Durations fit the tonnage: small tankers pump 150 to 250 t an hour, a transfer takes 4 to
 * 16 h. Draughts change by tonnes over tonnes per centimetre: 600 t are 0.6 m on a tanker of 3,000
 * dwt and 0.2 m on one of 16,500 dwt.
 */
final class ReportedCases {
  /** About 250 km east of Shanghai. */
  private static final double E_LAT = 31.2;

  private static final double E_LON = 124.1;

  private ReportedCases() {}

  static Map<String, Drawing> all() {
    return Map.ofEntries(
        entry("lighthouse-winmore-four-partners", lighthouseWinmore()),
        entry("rye-song-gang-1-and-yuk-tung", ryeSongGang1AndYukTung()),
        entry("rye-song-gang-1-and-wan-heng-11", ryeSongGang1AndWanHeng11()),
        entry("koti-and-kum-un-san-3", kotiAndKumUnSan3()),
        entry("china-dozens-of-times-yu-jong-2", yuJong2()),
        entry("chon-ma-san-and-xin-yuan-18", chonMaSanAndXinYuan18()),
        entry("sam-jong-2-and-myong-ryu-1", samJong2AndMyongRyu1()),
        entry("an-san-1-two-at-once", anSan1()),
        entry("shang-yuan-bao-two-receivers", shangYuanBao()),
        entry("patriot-two-receivers", patriot()),
        entry("patriot-and-wan-heng-11", patriotAndWanHeng11()),
        entry("courageous-and-saebyol", courageous()),
        entry("mercury-and-shundlli", mercury()),
        entry("diamond-8-chain", diamond8()),
        entry("chodo-raft-up", chodo()),
        entry("three-meetings-from-one-port-group", threeMeetings()));
  }

  /** Two ships, from then to then, the second 38 m beside the first that waits since the start. */
  private static Scene meeting(
      String start, double lat, double lon, Hull host, Hull visitor, double from, double to) {
    return Scene.at(start, lat, lon).ship(host, 0.5, to + 1, 0).ship(visitor, from, to, 38);
  }

  private static Drawing lighthouseWinmore() {
    Hull samJong2 = Ships.SAM_JONG_2.draught(4.6);
    return Scene.at("2017-10-19T08:00:00Z", 29.52, 124.15)
        .ship(Ships.LIGHTHOUSE_WINMORE.draught(8.9), 0, 16, 0)
        .ship(Ships.unnamed(1, 80), 1.5, 4.5, 42)
        .ship(samJong2, 5, 9.2, -45)
        .ship(Ships.unnamed(2, 70), 9.7, 12.2, 42)
        .ship(Ships.unnamed(3, 75), 12.7, 15.2, -45)
        .drawn()
        .says("2017-10-20T06:00:00Z", Ships.LIGHTHOUSE_WINMORE.draught(8.2))
        .says("2017-10-20T06:00:00Z", samJong2.draught(5.2));
  }

  private static Drawing ryeSongGang1AndYukTung() {
    return meeting(
            "2018-01-20T04:00:00Z",
            30.4,
            124.6,
            Ships.RYE_SONG_GANG_1,
            new Hull("325999991", "SONG HAE", null, 80, 92, 0, null, null, false),
            2,
            8.5)
        .drawn()
        .says("2018-01-18T04:00:00Z", Ships.YUK_TUNG);
  }

  private static Drawing ryeSongGang1AndWanHeng11() {
    return meeting(
            "2018-02-13T06:00:00Z", E_LAT, E_LON, Ships.RYE_SONG_GANG_1, Ships.WAN_HENG_11, 2, 8)
        .drawn();
  }

  private static Drawing kotiAndKumUnSan3() {
    Hull koti = Ships.KOTI.draught(6.6);
    return meeting("2017-12-07T20:00:00Z", 33.4, 123.6, koti, Ships.KUM_UN_SAN_3, 3, 13)
        .drawn()
        .says("2017-12-09T06:00:00Z", koti.draught(5.5));
  }

  private static Drawing yuJong2() {
    return meeting(
            "2018-02-16T02:00:00Z",
            E_LAT,
            E_LON,
            Ships.YU_JONG_2,
            Ships.MIN_NING_DE_YOU_078,
            2,
            6.5)
        .drawn();
  }

  private static Drawing chonMaSanAndXinYuan18() {
    return meeting("2018-02-24T11:00:00Z", E_LAT, E_LON, Ships.CHON_MA_SAN, Ships.XIN_YUAN_18, 2, 9)
        .drawn();
  }

  private static Drawing samJong2AndMyongRyu1() {
    return meeting("2018-05-24T01:00:00Z", 30.9, 124.8, Ships.SAM_JONG_2, Ships.MYONG_RYU_1, 2, 7)
        .drawn();
  }

  private static Drawing anSan1() {
    return Scene.at("2019-05-13T18:00:00Z", 30.2, 124.9)
        .ship(Ships.AN_SAN_1, 0.5, 10, 0)
        .ship(Ships.unnamed(4, 50), 2, 8, -32)
        .ship(Ships.unnamed(5, 45), 2.6, 8.6, 30)
        .drawn();
  }

  private static Drawing shangYuanBao() {
    Hull donor = Ships.SHANG_YUAN_BAO.draught(6.9);
    Drawing first =
        meeting("2018-05-18T03:00:00Z", 29.9, 124.4, donor, Ships.PAEK_MA, 2, 8).drawn();
    Drawing second =
        meeting("2018-06-02T03:00:00Z", 29.7, 124.9, donor.draught(6.4), Ships.MYONG_RYU_1, 2, 6.5)
            .drawn();
    return first.and(second).says("2018-06-03T00:00:00Z", donor.draught(5.9));
  }

  private static Drawing patriot() {
    Hull laden = Ships.PATRIOT.draught(7.1);
    Drawing first =
        meeting("2018-01-28T06:00:00Z", 41.0, 132.2, laden, Ships.CHONG_RIM_2.draught(2.7), 2, 9.5)
            .drawn();
    Drawing second =
        meeting(
                "2018-02-08T06:00:00Z",
                41.2,
                132.0,
                laden.draught(6.2),
                Ships.CHON_MA_SAN.draught(3.4),
                2,
                11)
            .drawn();
    return first
        .and(second)
        .says("2018-01-29T06:00:00Z", Ships.CHONG_RIM_2.draught(4.7))
        .says("2018-02-09T06:00:00Z", laden.draught(5.0), Ships.CHON_MA_SAN.draught(5.1));
  }

  private static Drawing patriotAndWanHeng11() {
    return meeting("2018-03-05T06:00:00Z", 40.6, 132.8, Ships.PATRIOT, Ships.WAN_HENG_11, 2, 8)
        .drawn();
  }

  /** She is silent for most of it, and then for good. */
  private static Drawing courageous() {
    return Scene.at("2019-09-14T10:00:00Z", 38.0, 123.6)
        .ship(Ships.SAEBYOL, 0.5, 11, 0)
        .ship(Ships.COURAGEOUS, 2, 9, 36)
        .silent(3.5, 8)
        .silent(9.2, 99)
        .drawn();
  }

  private static Drawing mercury() {
    Hull laden = Ships.MERCURY.draught(6.8);
    Hull empty = Ships.SHUNDLLI.draught(3.6);
    return meeting("2022-12-01T00:00:00Z", 35.4, 124.2, empty, laden, 2, 9)
        .drawn()
        .says("2022-12-02T00:00:00Z", laden.draught(5.4), empty.draught(5.1));
  }

  private static Drawing diamond8() {
    Drawing mother =
        meeting("2020-05-06T10:00:00Z", 21.7, 120.1, Ships.SUPER_STAR, Ships.EVER_GRANDEUR, 2, 11)
            .drawn();
    Drawing feeder =
        meeting("2020-05-14T10:00:00Z", 26.0, 121.6, Ships.EVER_GRANDEUR, Ships.DIAMOND_8, 2, 10)
            .drawn();
    return mother.and(feeder);
  }

  /** 36 km from Nampo's point; the crane barge between two of them is not on AIS. */
  private static Drawing chodo() {
    Hull listed = Hull.tanker("445999971", null, 95);
    Hull other = Hull.of("445999972", null, 70, 80);
    return Scene.anchored("2019-04-10T00:00:00Z", 38.60, 125.01)
        .ship(listed, 1, 15, 0)
        .ship(Ships.unnamed(6, 90), 2, 9, 34)
        .ship(other, 2.5, 10, -75)
        .ship(Ships.unnamed(7, 60), 3, 10.5, 62)
        .drawn();
  }

  private static Drawing threeMeetings() {
    Drawing[] each = {
      fromPort(1, "2017-10-17T00:00:00Z", new Scene.Port(42.8667, 131.4, 8), 41.0, 132.2),
      fromPort(2, "2017-10-30T00:00:00Z", new Scene.Port(42.78, 132.92, 8), 40.9, 132.5),
      fromPort(3, "2017-11-12T00:00:00Z", new Scene.Port(43.08, 131.93, 8), 41.2, 132.0)
    };
    return each[0].and(each[1]).and(each[2]);
  }

  /** Lies in the port's roads for a night, sails 15 h, and meets. */
  private static Drawing fromPort(
      int number, String start, Scene.Port port, double lat, double lon) {
    Hull russian = Hull.tanker("27399996" + number, null, 80 + 10 * number);
    Hull partner = Hull.tanker("44599996" + number, null, 70);
    double meet = port.sailsHour() + 15;
    return Scene.at(start, lat, lon)
        .everyMinutes(30)
        .ship(partner, meet - 2, meet + 7, 0)
        .shipFrom(port, russian, meet, meet + 6, 38)
        .drawn();
  }
}
