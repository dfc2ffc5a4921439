package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Claims;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;
import org.stswatch.event.FactStatus;
import org.stswatch.event.SilentParty;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.port.Ports;
import org.stswatch.port.Shore;
import org.stswatch.port.Zones;
import org.stswatch.report.Authorities;
import org.stswatch.report.Told;

/**
 * A constructed meeting to vary: two unknown ships drift 300 m apart for two hours, far from
 * everything in the middle of the Japan Sea, in October 2017.
 */
final class Meeting {
  static final Instant START = Instant.parse("2017-10-15T06:00:00Z");

  private static final Ports PORTS = Ports.bundled();
  private static final Zones ZONES = Zones.bundled();
  private static final Shore SHORE = Shore.bundled();
  private static final Regulations LAW = Regulations.bundled();
  private static final Authorities AUTHORITIES = Authorities.of("republic-of-korea");

  private final Encounter.Builder fact =
      Encounter.newBuilder()
          .setEncounterId("e")
          .setRevision(1)
          .setStatus(FactStatus.CLOSED)
          .setVessel1("538000001")
          .setVessel2("636000002")
          .setStart(START)
          .setEnd(START.plus(Duration.ofHours(2)))
          .setMinDistanceM(250)
          .setMedianDistanceM(300)
          .setMedianSpeedKn1(1.0)
          .setMedianSpeedKn2(1.0)
          .setMedianSpeedKn(1.0)
          .setTogetherMinutes(120)
          .setSilentMinutes(0)
          .setSilentParty(SilentParty.NONE)
          .setContested(false)
          .setCrowd(1)
          .setAlongsideMinutes(0)
          .setLat(40.0)
          .setLon(135.0)
          .setInputRefs(List.of("f1", "f2"));
  private final List<VoyageStatement> of1 = new ArrayList<>();
  private final List<VoyageStatement> of2 = new ArrayList<>();
  private final Map<String, List<VoyageStatement>> elsewhere = new HashMap<>();
  private final List<WatchlistEntry> listed = new ArrayList<>();
  private final List<VesselReport> reported = new ArrayList<>();
  private AlertSettings settings = gfw(AlertSettings.Scope.WORLD);

  /** As they ship, under the default profile. */
  static Alerts alerts(AlertSettings.Scope scope) {
    return new Alerts(gfw(scope), PORTS, ZONES, SHORE, LAW);
  }

  /** An encounter as the cases of its ships hear that it is over. */
  static ClosedMeeting closed(Encounter e) {
    return new ClosedMeeting(
        e.getEncounterId(),
        e.getVessel1(),
        e.getVessel2(),
        e.getStart(),
        e.getEnd(),
        e.getLat(),
        e.getLon(),
        e);
  }

  static AlertSettings gfw(AlertSettings.Scope scope) {
    return new AlertSettings(
        "gfw",
        "0",
        scope,
        10_000,
        0,
        true,
        500,
        120,
        2.0,
        Duration.ofDays(400),
        AUTHORITIES,
        parameters());
  }

  static AlertSettings starboard() {
    return new AlertSettings(
        "starboard",
        "0",
        AlertSettings.Scope.WORLD,
        10_000,
        10_000,
        false,
        200,
        30,
        Double.POSITIVE_INFINITY,
        Duration.ofDays(400),
        AUTHORITIES,
        parameters());
  }

  static AlertSettings skylight() {
    return new AlertSettings(
        "skylight",
        "0",
        AlertSettings.Scope.WORLD,
        0,
        0,
        false,
        250,
        30,
        Double.POSITIVE_INFINITY,
        Duration.ofDays(400),
        AUTHORITIES,
        parameters());
  }

  private static Map<String, String> parameters() {
    return Map.of("encounter.max-distance-m", "500", "time.allowed-lateness", "6h");
  }

  Meeting under(AlertSettings these) {
    settings = these;
    return this;
  }

  Meeting of(String vessel1, String vessel2) {
    fact.setVessel1(vessel1).setVessel2(vessel2);
    return this;
  }

  Meeting at(double lat, double lon) {
    fact.setLat(lat).setLon(lon);
    return this;
  }

  Meeting toldOfPort(String name, int distanceM) {
    fact.setNearestPort(name).setPortDistanceM(distanceM);
    return this;
  }

  Meeting on(String start) {
    Duration length = Duration.between(fact.getStart(), fact.getEnd());
    fact.setStart(Instant.parse(start)).setEnd(Instant.parse(start).plus(length));
    return this;
  }

  Meeting lasting(Duration length) {
    fact.setEnd(fact.getStart().plus(length)).setTogetherMinutes((int) length.toMinutes());
    return this;
  }

  Meeting together(int minutes) {
    fact.setTogetherMinutes(minutes);
    return this;
  }

  Meeting apartM(int median) {
    fact.setMedianDistanceM(median).setMinDistanceM(Math.min(median, 250));
    return this;
  }

  Meeting alongsideMinutes(@Nullable Integer minutes) {
    fact.setAlongsideMinutes(minutes);
    return this;
  }

  Meeting alongside() {
    return apartM(60);
  }

  Meeting driftingKn(double kn1, double kn2) {
    fact.setMedianSpeedKn1(kn1).setMedianSpeedKn2(kn2).setMedianSpeedKn((kn1 + kn2) / 2);
    return this;
  }

  Meeting silent(SilentParty who, int minutes) {
    fact.setSilentParty(who).setSilentMinutes(minutes);
    return this;
  }

  Meeting contested() {
    fact.setContested(true);
    return this;
  }

  Meeting crowd(int ships) {
    fact.setCrowd(ships);
    return this;
  }

  /** States type and length of both, before the meeting. */
  Meeting types(int type1, double lengthM1, int type2, double lengthM2) {
    of1.add(
        stated(fact.getVessel1(), START.minusSeconds(60))
            .setShipType(type1)
            .setLengthM(lengthM1)
            .build());
    of2.add(
        stated(fact.getVessel2(), START.minusSeconds(60))
            .setShipType(type2)
            .setLengthM(lengthM2)
            .build());
    return this;
  }

  Meeting stated1(VoyageStatement statement) {
    of1.add(statement);
    return this;
  }

  /** And this was stated by a ship that was not there. */
  Meeting statedElsewhere(VoyageStatement statement) {
    elsewhere.computeIfAbsent(statement.getMmsi(), vessel -> new ArrayList<>()).add(statement);
    return this;
  }

  Meeting stated2(VoyageStatement statement) {
    of2.add(statement);
    return this;
  }

  /** Entries of watch lists, as they were received. */
  Meeting listed(WatchlistEntry... entries) {
    listed.addAll(List.of(entries));
    return this;
  }

  Meeting reported(Told... reports) {
    Stream.of(reports).map(Told::report).forEach(reported::add);
    return this;
  }

  static VoyageStatement.Builder stated(String vessel, Instant when) {
    return VoyageStatement.newBuilder()
        .setStatementId("s" + when.toEpochMilli())
        .setMmsi(vessel)
        .setObservedAt(when);
  }

  Encounter fact() {
    return fact.build();
  }

  private Claims claims() {
    Map<String, List<VoyageStatement>> stated = new HashMap<>(elsewhere);
    stated.put(fact.getVessel1(), of1);
    stated.put(fact.getVessel2(), of2);
    return new Claims(stated, listed, reported, List.of(), List.of());
  }

  Verdict judged() {
    return new Alerts(settings, PORTS, ZONES, SHORE, LAW).judge(fact.build(), claims());
  }

  /** Codes of the evidence with the direction and weight, such as {@code DISTANCE +0.5}. */
  List<String> weighed() {
    return judged().alert().getEvidence().stream().map(Meeting::shown).toList();
  }

  private static String shown(Evidence e) {
    return e.getCode() + " " + (e.getWeight() > 0 ? "+" : "") + e.getWeight();
  }
}
