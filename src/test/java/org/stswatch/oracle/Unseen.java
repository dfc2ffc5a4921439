package org.stswatch.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.event.state.DarkKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Middle;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;
import org.stswatch.geo.Waters;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.PairKey;

/**
 * Who could have met out of sight: every silence is held against every stop and every other
 * silence. Which waters a reach touches is not asked; a stop lies in the one that holds it. When a
 * silent ship can have been at a place is the kernel's to say ({@link Reach}).
 */
final class Unseen {
  private static final int MOST = 12;

  private record Chance(Reach silent, Stop stop, Span span) {}

  private record Two(Reach a, Reach b, double lat, double lon, Span span) {
    String waters() {
      return Waters.of(lat, lon);
    }
  }

  private final List<Reach> silences;
  private final List<Chance> chances = new ArrayList<>();
  private final List<Two> twos = new ArrayList<>();

  Unseen(Collection<Gap> gaps, Collection<Stop> stops) {
    silences =
        gaps.stream()
            .filter(g -> g.getReception() != Reception.VOID)
            .flatMap(g -> Reach.of(g).stream())
            .sorted(Comparator.comparing(Reach::vessel).thenComparing(Reach::startS))
            .toList();
    for (Reach silent : silences) {
      for (Stop stop : stops) {
        Span lay = new Span(stop.getStart().getEpochSecond(), stop.getEnd().getEpochSecond());
        Span span = lay.and(silent.at(stop.getLat(), stop.getLon()));
        if (span.isStay() && !silent.vessel().equals(stop.getVessel())) {
          chances.add(new Chance(silent, stop, span));
        }
      }
    }
    for (Reach a : silences) {
      silences.stream().filter(b -> a.vessel().compareTo(b.vessel()) < 0).forEach(b -> two(a, b));
    }
  }

  private void two(Reach a, Reach b) {
    boolean sameDay = Math.abs(a.startS() - b.startS()) <= 86_400;
    boolean near = apartM(a, b) < 50 * 1852;
    boolean narrow = Math.max(a.semiMinorM(), b.semiMinorM()) <= 25_000;
    if (!sameDay || !(near || narrow)) {
      return;
    }
    double[] lastA = {a.gap().getStartLat(), a.gap().getStartLon()};
    double[] lastB = {b.gap().getStartLat(), b.gap().getStartLon()};
    double[] nextA = {a.endLat(), a.endLon()};
    double[] nextB = {b.endLat(), b.endLon()};
    Stream.of(middle(lastA, lastB), lastA, lastB, middle(nextA, nextB), nextA, nextB)
        .map(p -> new Two(a, b, p[0], p[1], a.at(p[0], p[1]).and(b.at(p[0], p[1]))))
        .filter(t -> t.span.isStay())
        .findFirst()
        .ifPresent(twos::add);
  }

  private static double[] middle(double[] one, double[] other) {
    Middle m = Middle.NOWHERE.and(one[0], one[1]).and(other[0], other[1]);
    return new double[] {m.lat(), m.lon()};
  }

  private static int apartM(Reach a, Reach b) {
    return (int)
        Math.round(
            Geodesy.distanceM(
                a.gap().getStartLat(),
                a.gap().getStartLon(),
                b.gap().getStartLat(),
                b.gap().getStartLon()));
  }

  /** What was possible and not lost among other possibilities; all closed. */
  List<DarkMeeting> meetings() {
    List<DarkMeeting> all = new ArrayList<>();
    Map<String, List<Chance>> byMeeting = new TreeMap<>();
    for (Chance c : chances) {
      String id =
          ContentId.of(
              "DARK", "ONE_SILENT", waters(c), c.stop.getVessel(), c.silent.gap().getGapId());
      byMeeting.computeIfAbsent(id, i -> new ArrayList<>()).add(c);
    }
    byMeeting.forEach((id, of) -> addIfFew(all, oneSilent(id, of)));
    twos.forEach(t -> addIfFew(all, bothSilent(t)));
    return all;
  }

  private static void addIfFew(List<DarkMeeting> all, DarkMeeting m) {
    if (m.getPartners() * m.getSilentShips() <= MOST) {
      all.add(m);
    }
  }

  private static String waters(Chance c) {
    return Waters.of(c.stop.getLat(), c.stop.getLon());
  }

  private DarkMeeting oneSilent(String id, List<Chance> of) {
    Chance first = of.stream().min(Comparator.comparing(c -> c.stop.getStart())).orElseThrow();
    Set<Stop> joined = of.stream().map(Chance::stop).collect(Collectors.toSet());
    Set<String> silent = new HashSet<>();
    Set<String> partners = new HashSet<>();
    Map<String, Stop> theirs = new TreeMap<>();
    for (Chance c : chances) {
      if (joined.contains(c.stop)) {
        silent.add(c.silent.vessel());
      }
      if (c.silent == first.silent && waters(c).equals(waters(first))) {
        partners.add(c.stop.getVessel());
        theirs.merge(
            c.stop.getVessel(), c.stop, (s, t) -> s.getStart().isBefore(t.getStart()) ? s : t);
      }
    }
    Reach reach = first.silent;
    theirs.remove(first.stop.getVessel());
    Integer othersM =
        theirs.values().stream()
            .map(s -> reach.nearestM(s.getLat(), s.getLon()))
            .min(Comparator.naturalOrder())
            .orElse(null);
    return DarkMeeting.newBuilder(
            base(PairKey.of(first.stop.getVessel(), reach.vessel()), of.stream().map(Chance::span)))
        .setMeetingId(id)
        .setKind(DarkKind.ONE_SILENT)
        .setLat(first.stop.getLat())
        .setLon(first.stop.getLon())
        .setStop(first.stop)
        .setGaps(List.of(reach.gap()))
        .setSemiMinorM(reach.semiMinorM())
        .setAreaKm2(reach.areaKm2())
        .setNearestM(reach.nearestM(first.stop.getLat(), first.stop.getLon()))
        .setSilentShips(silent.size())
        .setPartners(partners.size())
        .setOthersM(othersM)
        .build();
  }

  private DarkMeeting bothSilent(Two t) {
    return DarkMeeting.newBuilder(base(PairKey.of(t.a.vessel(), t.b.vessel()), Stream.of(t.span)))
        .setMeetingId(
            ContentId.of("DARK", "BOTH_SILENT", t.a.gap().getGapId(), t.b.gap().getGapId()))
        .setKind(DarkKind.BOTH_SILENT)
        .setLat(t.lat)
        .setLon(t.lon)
        .setGaps(List.of(t.a.gap(), t.b.gap()))
        .setSemiMinorM(Math.max(t.a.semiMinorM(), t.b.semiMinorM()))
        .setAreaKm2(Math.max(t.a.areaKm2(), t.b.areaKm2()))
        .setNearestM(apartM(t.a, t.b))
        .setPartners(partners(t.a, t.waters()))
        .setSilentShips(partners(t.b, t.waters()))
        .build();
  }

  private int partners(Reach of, String waters) {
    return (int)
        twos.stream()
            .filter(t -> (t.a == of || t.b == of) && t.waters().equals(waters))
            .map(t -> t.a == of ? t.b.vessel() : t.a.vessel())
            .distinct()
            .count();
  }

  private static DarkMeeting base(PairKey pair, Stream<Span> spans) {
    Span span = spans.reduce(Span::to).orElseThrow();
    return DarkMeeting.newBuilder()
        .setMeetingId("")
        .setKind(DarkKind.ONE_SILENT)
        .setClosed(true)
        .setRetracted(false)
        .setVessel1(pair.a())
        .setVessel2(pair.b())
        .setStart(Instant.ofEpochSecond(span.fromS()))
        .setEnd(Instant.ofEpochSecond(span.toS()))
        .setLat(0)
        .setLon(0)
        .setGaps(List.of())
        .setSemiMinorM(0)
        .setAreaKm2(0)
        .setNearestM(0)
        .setSilentShips(0)
        .setPartners(0)
        .build();
  }
}
