package org.stswatch.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.StatementId;

/**
 * Some months at ports of the DPRK and of the Russian Far East, drawn by chance: a ferry that may
 * miss sailings or stop, tankers and freighters that come when they come, coasters that are only
 * there.
 */
final class TradeWorld {
  static final Instant START = Instant.parse("2017-07-03T00:00:00Z");

  private static final Calls.Port[] FAR_EAST = {
    Calls.VLADIVOSTOK, Calls.NAKHODKA, Calls.VOSTOCHNY, Calls.BOLSHOY_KAMEN
  };

  private final Random random;
  private final Calls calls = Calls.from(START.toString());
  private final List<Hull> hulls = new ArrayList<>();
  private int months;

  TradeWorld(Random random) {
    this.random = random;
    if (random.nextInt(4) == 0) {
      surge();
      return;
    }
    months = 2 + random.nextInt(3);
    ferry();
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      tramp(Hull.tanker("44500002" + n, "TANKER " + n, 80), 1 + random.nextInt(4));
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      coal(Hull.of("44500003" + n, "COAL " + n, 70, 100), Calls.POSYET);
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      coal(Hull.of("53800003" + n, "BULK " + n, 70, 120), Calls.POHANG);
    }
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      tramp(Hull.of("27300002" + n, null, 70, 80), random.nextInt(10));
    }
  }

  /** Eight months: a tanker a week or so, and more or fewer at the end; three others are heard. */
  private void surge() {
    months = 8;
    Hull tanker = Hull.tanker("445000020", "TANKER 0", 80);
    hulls.add(tanker);
    double usual = 3 + random.nextInt(6);
    int last = 196 + random.nextInt(20);
    for (double day = 0; day < last; day += usual) {
      calls.call(tanker, Calls.VLADIVOSTOK, 24 * day + 6, 9);
    }
    for (double day = last; random.nextInt(8) > 0 && day < 240; day += 1.5) {
      calls.call(tanker, Calls.VLADIVOSTOK, 24 * day + 6, 9);
    }
    for (int n = 0; n < 4; n++) {
      Hull other = Hull.of("27300003" + n, null, 70, 80);
      hulls.add(other);
      calls.every(20, 12 - random.nextInt(2), other, Calls.VLADIVOSTOK, 24 * n + 8, 6);
    }
  }

  private double day() {
    return random.nextInt(months * 300) / 10.0;
  }

  /** Weekly or so between Rajin and Vladivostok. */
  private void ferry() {
    Hull ferry = Hull.of("445000011", "FERRY", 60, 97);
    hulls.add(ferry);
    double every = 5 + random.nextInt(4);
    int unpunctual = random.nextInt(3) == 0 ? 60 : 12;
    int missed = random.nextInt(3) == 0 ? 4 : 30;
    for (double day = 1; day < months * 30; day += every) {
      if (random.nextInt(missed) == 0) {
        day += every * random.nextInt(5);
      }
      double hour = 24 * day + random.nextInt(unpunctual);
      calls.call(ferry, Calls.RAJIN, hour - 42, 24).call(ferry, Calls.VLADIVOSTOK, hour, 18);
    }
  }

  /** From a coal port of the DPRK to Posyet, or from Posyet to Korea. */
  private void coal(Hull ship, Calls.Port to) {
    hulls.add(ship);
    double hour = 24 * day() + 6;
    calls.call(
        ship, to == Calls.POSYET ? Calls.CHONGJIN : Calls.POSYET, hour, 20 + random.nextInt(40));
    calls.call(ship, to, hour + 96 + random.nextInt(60), 20 + random.nextInt(40));
  }

  /** Here and there, never at two ports at once. */
  private void tramp(Hull ship, int times) {
    hulls.add(ship);
    TreeSet<Integer> days = new TreeSet<>();
    for (int n = 0; n < times; n++) {
      days.add((int) day() / 4 * 4);
    }
    for (int day : days) {
      Calls.Port port =
          random.nextInt(4) == 0 ? Calls.RAJIN : FAR_EAST[random.nextInt(FAR_EAST.length)];
      calls.call(ship, port, 24 * day + 6, 6 + random.nextInt(30));
    }
  }

  List<VesselSighting> sightings() {
    return calls.drawn().charts().get(0).sightings();
  }

  List<String> ships() {
    return hulls.stream().map(Hull::mmsi).toList();
  }

  List<VoyageStatement> statements() {
    List<VoyageStatement> all = new ArrayList<>();
    for (Hull hull : hulls) {
      for (int n = random.nextInt(3); n > 0; n--) {
        VoyageStatement stated =
            VoyageStatement.newBuilder()
                .setStatementId("")
                .setMmsi(hull.mmsi())
                .setObservedAt(START.plus(Duration.ofHours(Math.round(24 * day()))))
                .setName(random.nextBoolean() ? hull.name() : null)
                .setShipType(random.nextInt(6) == 0 ? 70 : hull.shipType())
                .setSourceKind(StatementKind.AIS)
                .build();
        all.add(VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build());
      }
    }
    return all;
  }
}
