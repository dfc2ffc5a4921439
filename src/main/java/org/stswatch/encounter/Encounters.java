package org.stswatch.encounter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.stswatch.encounter.Runs.Hole;
import org.stswatch.encounter.Runs.Meeting;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.SilentParty;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.ContactSide;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.PairKey;

/** The encounters of one pair: a pure function of its contacts. */
final class Encounters {
  private final EncounterSettings settings;
  private final Runs runs;
  private final NearestPort ports;

  Encounters(EncounterSettings settings, NearestPort ports) {
    this.settings = settings;
    this.runs = new Runs(settings);
    this.ports = ports;
  }

  /**
   * The encounters, by start, with status OPEN and revision 0. Contacts: one for each grid time, by
   * time.
   */
  List<Encounter> of(PairKey pair, List<Contact> contacts) {
    List<Encounter> encounters = new ArrayList<>();
    for (Meeting m : runs.meetings(contacts)) {
      Encounter e = encounter(pair, m);
      if (e.getMedianSpeedKn1() < settings.maxMedianSpeedKn()
          && e.getMedianSpeedKn2() < settings.maxMedianSpeedKn()) {
        encounters.add(e);
      }
    }
    return encounters;
  }

  /** End of what is final first, s since 1970. */
  int endOfFirst(List<Contact> contacts) {
    return runs.endOfFirst(contacts);
  }

  private Encounter encounter(PairKey pair, Meeting m) {
    List<Contact> contacts = m.stretches().stream().flatMap(s -> s.contacts().stream()).toList();
    double kn1 = speedKn(contacts, Contact::getSideA);
    double kn2 = speedKn(contacts, Contact::getSideB);
    Middle middle = new Middle();
    for (Contact c : contacts) {
      middle.add(c.getSideA().getLat6() / 1e6, c.getSideA().getLon6() / 1e6);
      middle.add(c.getSideB().getLat6() / 1e6, c.getSideB().getLon6() / 1e6);
    }
    NearestPort.Found port = ports.to(middle.lat(), middle.lon());
    Instant start = Instant.ofEpochSecond(m.startS());
    return Encounter.newBuilder()
        .setEncounterId(ContentId.of("ENCOUNTER", pair.a(), pair.b(), start.toString()))
        .setRevision(0)
        .setStatus(FactStatus.OPEN)
        .setVessel1(pair.a())
        .setVessel2(pair.b())
        .setStart(start)
        .setEnd(Instant.ofEpochSecond(m.endS()))
        .setMinDistanceM(contacts.stream().mapToInt(Contact::getDistanceM).min().orElseThrow())
        .setMedianDistanceM((int) Math.round(median(contacts, Contact::getDistanceM)))
        .setMedianSpeedKn1(kn1)
        .setMedianSpeedKn2(kn2)
        .setMedianSpeedKn(hundredths((kn1 + kn2) / 2))
        .setTogetherMinutes(m.togetherS() / 60)
        .setSilentMinutes(m.holes().stream().mapToInt(Hole::seconds).sum() / 60)
        .setSilentParty(silentParty(m.holes()))
        .setContested(
            contacts.stream()
                .anyMatch(c -> c.getSideA().getContested() || c.getSideB().getContested()))
        .setCrowd((int) median(contacts, Encounters::crowd))
        .setLat(middle.lat())
        .setLon(middle.lon())
        .setPortDistanceM(port == null ? null : (Integer) port.distanceM())
        .setNearestPort(port == null ? null : port.name())
        .setInputRefs(refs(contacts))
        .build();
  }

  private static int crowd(Contact c) {
    return Math.max(c.getSideA().getCrowd(), c.getSideB().getCrowd());
  }

  private static SilentParty silentParty(List<Hole> holes) {
    if (holes.isEmpty()) {
      return SilentParty.NONE;
    }
    return holes.stream().anyMatch(Hole::both) ? SilentParty.BOTH : SilentParty.ONE;
  }

  /**
   * Median of the ways between consecutive grid samples in contact, knots; 0 where there are none.
   */
  private static double speedKn(List<Contact> contacts, Function<Contact, ContactSide> party) {
    List<Double> ways = new ArrayList<>();
    for (int i = 1; i < contacts.size(); i++) {
      Contact from = contacts.get(i - 1);
      Contact to = contacts.get(i);
      double metres = Runs.metres(party.apply(from), party.apply(to));
      ways.add(hundredths(Geodesy.knots(metres, to.getTimeS() - from.getTimeS())));
    }
    return ways.isEmpty() ? 0 : hundredths(median(ways, Double::doubleValue));
  }

  private static <T> double median(List<T> values, ToDoubleFunction<T> number) {
    double[] sorted = values.stream().mapToDouble(number).sorted().toArray();
    int n = sorted.length;
    return DoubleStream.of(sorted[(n - 1) / 2], sorted[n / 2]).average().orElseThrow();
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** The fixes that bound it, of both parties. */
  private static List<String> refs(List<Contact> contacts) {
    Set<String> refs = new TreeSet<>();
    for (Contact c : List.of(contacts.get(0), contacts.get(contacts.size() - 1))) {
      refs.add("%016x".formatted(c.getSideA().getFixRef()));
      refs.add("%016x".formatted(c.getSideB().getFixRef()));
    }
    return List.copyOf(refs);
  }
}
