package org.stswatch.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.geo.Geodesy;
import org.stswatch.scenario.World;
import org.stswatch.source.StatementId;
import org.stswatch.vessel.Mmsi;

/**
 * What is said of the ships of a world, drawn by chance: reports that assert, deny and clear, in
 * several versions, derived from each other, about ships by number, name or class, and entries of
 * watch lists; published days before, during and weeks after.
 */
final class Rumours {
  private static final String[] IMOS = {"8125703", "8106496", "7408873"};
  private static final String[] ORIGINATORS = {"paper", "navy", "republic-of-korea", "own AIS"};
  private static final String[] DISCIPLINES = {"naval", "imagery", "ais", "press"};
  private static final int HOUR_S = 3600;

  private final Random random;
  private final List<VesselSighting> seen;
  private final List<VesselSighting> unnamed;
  private final List<String> ships;

  Rumours(World world, Random random) {
    this.random = random;
    this.seen = world.sightings();
    this.unnamed = world.seen();
    this.ships =
        List.copyOf(
            seen.stream()
                .map(VesselSighting::getVesselKey)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** When a claim was made. */
  static Instant madeAt(SpecificRecord claim) {
    if (claim instanceof VesselReport r) {
      return r.getPublishedAt();
    }
    return claim instanceof WatchlistEntry e
        ? e.getPublishedAt()
        : ((VoyageStatement) claim).getObservedAt();
  }

  List<SpecificRecord> all() {
    List<SpecificRecord> all = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      all.add(statement());
    }
    for (int n = 2 + random.nextInt(9); n > 0; n--) {
      all.add(report());
    }
    for (int n = random.nextInt(3); n > 0; n--) {
      all.add(entry());
    }
    return all;
  }

  /** What is said of ships beside which something was seen, by others or by who repeats it. */
  List<SpecificRecord> ofUnnamed() {
    List<SpecificRecord> all = new ArrayList<>();
    for (VesselSighting s : unnamed) {
      for (int n = random.nextInt(3); n > 0; n--) {
        all.add(report(s, nearest(s)));
      }
    }
    return all;
  }

  /** Of those who were heard within the hour, or of all if nobody was. */
  private VesselSighting nearest(VesselSighting s) {
    return seen.stream()
        .min(
            Comparator.comparing((VesselSighting h) -> hours(h, s) > 0)
                .thenComparingDouble(
                    h -> Geodesy.distanceM(h.getLat(), h.getLon(), s.getLat(), s.getLon())))
        .orElseThrow();
  }

  private static long hours(VesselSighting one, VesselSighting other) {
    return Duration.between(one.getObservedAt(), other.getObservedAt()).abs().toHours();
  }

  private VesselReport report(VesselSighting unnamedOne, VesselSighting ship) {
    VesselReport.Builder report =
        VesselReport.newBuilder(report())
            .setReportId("told " + random.nextInt(6))
            .setDisciplines(List.of(one(DISCIPLINES)))
            .setSubjects(subjects(ship.getVesselKey()))
            .setLat(null)
            .setLon(null)
            .setArea(null);
    Instant from = unnamedOne.getObservedAt().plusSeconds(HOUR_S * (random.nextInt(13) - 6L));
    report.setFrom(from).setTo(from.plusSeconds(HOUR_S * (long) random.nextInt(5)));
    if (random.nextBoolean()) {
      report.setLat(unnamedOne.getLat()).setLon(unnamedOne.getLon());
    }
    if (random.nextInt(4) == 0) {
      report.setDerivedFrom(List.of(unnamedOne.getVesselKey()));
    } else if (random.nextInt(4) == 0) {
      report.setIndependence(Independence.ASSUMED);
    }
    return report.build();
  }

  private VoyageStatement statement() {
    VoyageStatement stated =
        VoyageStatement.newBuilder()
            .setStatementId("")
            .setMmsi(one(ships))
            .setObservedAt(sighting().getObservedAt().plusSeconds(random.nextInt(HOUR_S)))
            .setImo(one(IMOS))
            .setName("SHIP " + random.nextInt(3))
            .setShipType(80)
            .setSourceKind(StatementKind.REGISTER)
            .build();
    return VoyageStatement.newBuilder(stated).setStatementId(StatementId.of(stated)).build();
  }

  private VesselReport report() {
    VesselSighting about = sighting();
    VesselReport.Builder report =
        VesselReport.newBuilder()
            .setReportId("report " + random.nextInt(5))
            .setOriginatorId(one(ORIGINATORS))
            .setIndependence(random.nextInt(6) == 0 ? Independence.NONE : Independence.STATED)
            .setDisciplines(List.of(one(DISCIPLINES)))
            .setReliability(random.nextInt(6) == 0 ? "E" : "B")
            .setCredibility(2)
            .setStance(stance())
            .setClaim(claim())
            .setSubjects(subjects(about.getVesselKey()))
            .setPublishedAt(published());
    if (random.nextInt(6) > 0) {
      Instant from = around(about.getObservedAt());
      report.setFrom(from).setTo(from.plus(Duration.ofHours(random.nextInt(30))));
    }
    switch (random.nextInt(4)) {
      case 0 -> report.setArea(random.nextBoolean() ? "Japan Sea" : "Russia");
      case 1 -> report.setLat(about.getLat() + random.nextInt(3) / 4.0).setLon(about.getLon());
      case 2 -> report.setLat(about.getLat()).setLon(about.getLon());
      default -> {}
    }
    if (random.nextInt(3) == 0) {
      report.setDerivedFrom(List.of(one(ORIGINATORS), "report " + random.nextInt(5)));
    }
    return report.build();
  }

  private ClaimKind claim() {
    return switch (random.nextInt(10)) {
      case 0 -> ClaimKind.PORT_CALL;
      case 1 -> ClaimKind.LOADING;
      case 2 -> ClaimKind.DECLARED_CARGO_ORIGIN;
      default -> ClaimKind.STS_TRANSFER;
    };
  }

  private Stance stance() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> Stance.DENY;
      case 2, 3 -> Stance.CLEAR;
      case 4 -> Stance.NO_COMMENT;
      default -> Stance.ASSERT;
    };
  }

  private List<ReportSubject> subjects(String vessel) {
    List<ReportSubject> subjects = new ArrayList<>();
    subjects.add(subject(vessel));
    if (random.nextInt(4) == 0) {
      subjects.add(subject(one(ships)));
    }
    return subjects;
  }

  private ReportSubject subject(String vessel) {
    @Nullable String mmsi = Mmsi.isMmsi(vessel) ? vessel : null;
    return switch (random.nextInt(6)) {
      case 0 -> new ReportSubject(one(IMOS), null, null, null, null);
      case 1 -> new ReportSubject(null, null, "Ship-" + random.nextInt(3), null, null);
      case 2 -> new ReportSubject(null, null, null, "tanker", null);
      case 3 -> new ReportSubject("IMO " + one(IMOS), mmsi, null, "tanker", "KP");
      default -> new ReportSubject(null, mmsi, null, null, null);
    };
  }

  private WatchlistEntry entry() {
    boolean byImo = random.nextBoolean();
    return WatchlistEntry.newBuilder()
        .setEntryId("list:" + random.nextInt(3))
        .setListName("list")
        .setListType(random.nextBoolean() ? ListType.UN : ListType.OFAC_SDN)
        .setSubjectKind(ListedKind.VESSEL)
        .setNames(List.of("SHIP " + random.nextInt(3)))
        .setImo(byImo ? one(IMOS) : null)
        .setMmsi(byImo ? null : ships.stream().filter(Mmsi::isMmsi).findFirst().orElse(null))
        .setPrograms(List.of("DPRK4"))
        .setFrom(random.nextBoolean() ? around(sighting().getObservedAt()) : null)
        .setFromUnknown(random.nextBoolean())
        .setPublishedAt(published())
        .build();
  }

  /** Not seldom two versions at one time. */
  private Instant published() {
    Instant then = seen.get(0).getObservedAt();
    int days = new int[] {-10, 0, 0, 1, 2, 3, 3, 40}[random.nextInt(8)];
    return then.plus(Duration.ofDays(days)).plusSeconds((long) HOUR_S * random.nextInt(3));
  }

  private Instant around(Instant time) {
    return time.plusSeconds((long) HOUR_S * (random.nextInt(73) - 36));
  }

  private VesselSighting sighting() {
    return seen.get(random.nextInt(seen.size()));
  }

  private String one(String[] values) {
    return values[random.nextInt(values.length)];
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
