package org.stswatch.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.SilentParty;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;
import org.stswatch.oracle.Meeting.Bond;
import org.stswatch.port.NearestPort;
import org.stswatch.port.Ports;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.PairKey;

/** What is told of a meeting. */
final class Facts {
  /** Ships lie alongside up to, metres. */
  private static final int ALONGSIDE_M = 150;

  private final Ports ports;
  private final Duration gridStep;

  Facts(Ports ports, Duration gridStep) {
    this.ports = ports;
    this.gridStep = gridStep;
  }

  /** The encounter as it is when nothing changes it any more, with revision 0. */
  Encounter of(Meeting m) {
    PairKey pair = PairKey.of(m.contacts().get(0).a().vessel(), m.contacts().get(0).b().vessel());
    Instant start = Instant.ofEpochSecond(m.startS());
    double kn1 = medianKn(m.contacts(), Contact::a);
    double kn2 = medianKn(m.contacts(), Contact::b);
    Middle middle = middle(m.contacts());
    NearestPort port = ports.nearest(middle.lat(), middle.lon());
    int[] metres = m.contacts().stream().mapToInt(Contact::metres).toArray();
    return Encounter.newBuilder()
        .setEncounterId(ContentId.of("ENCOUNTER", pair.a(), pair.b(), start.toString()))
        .setRevision(0)
        .setStatus(FactStatus.CLOSED)
        .setVessel1(pair.a())
        .setVessel2(pair.b())
        .setStart(start)
        .setEnd(Instant.ofEpochSecond(m.endS()))
        .setMinDistanceM(Arrays.stream(metres).min().orElseThrow())
        .setMedianDistanceM(
            (int) Math.round(median(Arrays.stream(metres).asDoubleStream().toArray())))
        .setMedianSpeedKn1(kn1)
        .setMedianSpeedKn2(kn2)
        .setMedianSpeedKn(rounded((kn1 + kn2) / 2))
        .setTogetherMinutes(m.togetherS(Integer.MAX_VALUE, Long.MAX_VALUE) / 60)
        .setSilentMinutes(m.silentS() / 60)
        .setSilentParty(silentParty(m.bonds()))
        .setContested(m.contacts().stream().anyMatch(c -> c.a().contested() || c.b().contested()))
        .setCrowd((int) median(m.contacts().stream().mapToDouble(Contact::crowd).toArray()))
        .setAlongsideMinutes(
            (int)
                (gridStep.toMinutes()
                    * Arrays.stream(metres).filter(d -> d <= ALONGSIDE_M).count()))
        .setLat(middle.lat())
        .setLon(middle.lon())
        .setPortDistanceM(port.distanceM())
        .setNearestPort(port.port().name())
        .setInputRefs(refs(m.contacts()))
        .build();
  }

  private static SilentParty silentParty(List<Bond> bonds) {
    if (bonds.contains(Bond.BOTH_SILENT)) {
      return SilentParty.BOTH;
    }
    return bonds.contains(Bond.ONE_SILENT) ? SilentParty.ONE : SilentParty.NONE;
  }

  private static Middle middle(List<Contact> contacts) {
    Middle middle = Middle.NOWHERE;
    for (Contact c : contacts) {
      middle = middle.and(c.a().lat(), c.a().lon()).and(c.b().lat(), c.b().lon());
    }
    return middle;
  }

  /** Median of the speeds from contact to contact, knots. */
  private static double medianKn(List<Contact> contacts, Function<Contact, Spot> party) {
    double[] kn =
        IntStream.range(1, contacts.size())
            .mapToDouble(
                i -> {
                  Spot from = party.apply(contacts.get(i - 1));
                  Spot to = party.apply(contacts.get(i));
                  return rounded(Geodesy.knots(from.metresTo(to), to.timeS() - from.timeS()));
                })
            .toArray();
    return kn.length == 0 ? 0 : rounded(median(kn));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double rounded(double kn) {
    return Math.round(kn * 100) / 100.0;
  }

  /** The fixes of both at the first and the last contact. */
  private static List<String> refs(List<Contact> contacts) {
    TreeSet<String> refs = new TreeSet<>();
    Stream.of(contacts.get(0), contacts.get(contacts.size() - 1))
        .flatMap(c -> Stream.of(c.a(), c.b()))
        .forEach(spot -> refs.add("%016x".formatted(spot.fix().ref())));
    return List.copyOf(refs);
  }
}
