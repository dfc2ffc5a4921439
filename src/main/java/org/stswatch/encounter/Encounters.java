package org.stswatch.encounter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Meeting;
import org.stswatch.event.state.Meetings;
import org.stswatch.geo.Middle;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.PairKey;

/** The encounters of one pair: a pure function of its meetings. */
final class Encounters {
  /** Speeds are counted in hundredths of a knot. */
  private static final int PER_KNOT = 100;

  /** Ships this near or nearer lie alongside, metres; the schema says so, detectors rely on it. */
  private static final int ALONGSIDE_M = 150;

  private final Runs runs;
  private final double maxMedianSpeedKn;
  private final int gridMinutes;
  private final NearestPort ports;

  Encounters(EncounterSettings settings, Runs runs, NearestPort ports) {
    this.runs = runs;
    this.maxMedianSpeedKn = settings.maxMedianSpeedKn();
    this.gridMinutes = (int) settings.gridStep().toMinutes();
    this.ports = ports;
  }

  /** The meetings that are encounters, by start. */
  List<Meeting> in(Meetings meetings) {
    List<Meeting> encounters = runs.meetings(meetings);
    encounters.removeIf(
        m ->
            !(medianKn(m.getSpeedsA()) < maxMedianSpeedKn
                && medianKn(m.getSpeedsB()) < maxMedianSpeedKn));
    return encounters;
  }

  /** What is told of one of them, with status OPEN and revision 0. */
  Encounter encounter(PairKey pair, Meeting m) {
    double kn1 = medianKn(m.getSpeedsA());
    double kn2 = medianKn(m.getSpeedsB());
    Middle middle = new Middle(m.getX(), m.getY(), m.getZ());
    double lat = middle.lat();
    double lon = middle.lon();
    NearestPort.Found port = ports.to(lat, lon);
    Instant start = Instant.ofEpochSecond(Runs.startS(m));
    return Encounter.newBuilder()
        .setEncounterId(ContentId.of("ENCOUNTER", pair.a(), pair.b(), start.toString()))
        .setRevision(0)
        .setStatus(FactStatus.OPEN)
        .setVessel1(pair.a())
        .setVessel2(pair.b())
        .setStart(start)
        .setEnd(Instant.ofEpochSecond(Runs.endS(m)))
        .setMinDistanceM(Frequencies.least(m.getDistancesM()))
        .setMedianDistanceM((int) Math.round(Frequencies.median(m.getDistancesM(), 1)))
        .setMedianSpeedKn1(kn1)
        .setMedianSpeedKn2(kn2)
        .setMedianSpeedKn(hundredths((kn1 + kn2) / 2))
        .setTogetherMinutes(m.getTogetherS() / 60)
        .setSilentMinutes(m.getSilentS() / 60)
        .setSilentParty(m.getSilentParty())
        .setContested(m.getContested())
        .setCrowd((int) Frequencies.median(m.getCrowds(), 1))
        .setAlongsideMinutes(Frequencies.upTo(m.getDistancesM(), ALONGSIDE_M) * gridMinutes)
        .setLat(lat)
        .setLon(lon)
        .setPortDistanceM(port == null ? null : (Integer) port.distanceM())
        .setNearestPort(port == null ? null : port.name())
        .setInputRefs(refs(m))
        .build();
  }

  /** Median speed from contact to contact, knots; 0 where there is one contact only. */
  private static double medianKn(List<Integer> speeds) {
    return hundredths(Frequencies.median(speeds, PER_KNOT));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** The fixes that bound it, of both parties. */
  private static List<String> refs(Meeting m) {
    Set<String> refs = new TreeSet<>();
    for (Contact c : List.of(m.getFirst(), m.getLast())) {
      refs.add("%016x".formatted(c.getSideA().getFixRef()));
      refs.add("%016x".formatted(c.getSideB().getFixRef()));
    }
    return List.copyOf(refs);
  }
}
