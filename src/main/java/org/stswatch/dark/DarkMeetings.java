package org.stswatch.dark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stswatch.dark.Ties.Chance;
import org.stswatch.event.Gap;
import org.stswatch.event.state.DarkKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Stop;
import org.stswatch.geo.Reach;
import org.stswatch.geo.Reach.Span;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.PairKey;

/**
 * The meetings that silent ships may have had in some waters, each counted against all others that
 * were as possible.
 */
final class DarkMeetings {
  /**
   * More possibilities than this say nothing of any of them: silent ships at one stop, times stops
   * within one silence. Own choice; a fleet, a roadstead or a gap in satellite coverage has more.
   */
  static final int MOST_POSSIBLE = 12;

  private final Ties ties;
  private final String waters;

  DarkMeetings(WatersState state, String waters) {
    this.waters = waters;
    this.ties = new Ties(state, waters);
  }

  /** What these silences may have hidden, by id; none closed. */
  Map<String, DarkMeeting> of(Collection<Gap> gaps) {
    Map<String, DarkMeeting> found = new TreeMap<>();
    for (Gap gap : gaps) {
      ties.reach(gap)
          .ifPresent(
              silent -> {
                oneSilent(silent).forEach(m -> found.put(m.getMeetingId(), m));
                bothSilent(silent).forEach(m -> found.put(m.getMeetingId(), m));
              });
    }
    return found;
  }

  /** Silences whose meetings may be others now that this one is known. */
  List<Gap> touchedBy(Gap gap) {
    return ties.reach(gap).stream()
        .flatMap(reach -> ties.around(reach).stream())
        .map(Reach::gap)
        .toList();
  }

  /** The same now that this stop is known. */
  List<Gap> touchedBy(Stop stop) {
    return ties.silent(stop).stream().map(Reach::gap).toList();
  }

  private List<DarkMeeting> oneSilent(Reach silent) {
    Map<String, List<Chance>> stops = ties.stops(silent);
    List<DarkMeeting> all = new ArrayList<>();
    if (stops.size() > MOST_POSSIBLE) {
      return all;
    }
    Map<String, Integer> metres = new TreeMap<>();
    stops.forEach((vessel, chances) -> metres.put(vessel, nearestM(silent, first(chances))));
    for (Map.Entry<String, List<Chance>> e : stops.entrySet()) {
      int ships = ties.silentShips(e.getValue()).size();
      if (ships * stops.size() <= MOST_POSSIBLE) {
        all.add(
            oneSilent(silent, first(e.getValue()), span(e.getValue()))
                .setSilentShips(ships)
                .setPartners(stops.size())
                .setOthersM(leastBut(e.getKey(), metres))
                .build());
      }
    }
    return all;
  }

  private static int nearestM(Reach silent, Stop stop) {
    return silent.nearestM(stop.getLat(), stop.getLon());
  }

  private static @Nullable Integer leastBut(String vessel, Map<String, Integer> metres) {
    return metres.entrySet().stream()
        .filter(e -> !e.getKey().equals(vessel))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Stop first(List<Chance> chances) {
    return chances.stream()
        .map(Chance::stop)
        .min(Comparator.comparing(Stop::getStart))
        .orElseThrow();
  }

  private static Span span(List<Chance> chances) {
    return chances.stream().map(Chance::span).reduce(Span::to).orElseThrow();
  }

  private DarkMeeting.Builder oneSilent(Reach silent, Stop stop, Span span) {
    PairKey pair = PairKey.of(stop.getVessel(), silent.vessel());
    return meeting(DarkKind.ONE_SILENT, pair, span, stop.getLat(), stop.getLon())
        .setMeetingId(
            ContentId.of("DARK", "ONE_SILENT", waters, stop.getVessel(), silent.gap().getGapId()))
        .setStop(stop)
        .setGaps(List.of(silent.gap()))
        .setSemiMinorM(silent.semiMinorM())
        .setAreaKm2(silent.areaKm2())
        .setNearestM(nearestM(silent, stop));
  }

  private List<DarkMeeting> bothSilent(Reach silent) {
    List<Both> partners = ties.partners(silent);
    int own = ships(partners, silent);
    List<DarkMeeting> all = new ArrayList<>();
    if (own > MOST_POSSIBLE) {
      return all;
    }
    for (Both both : partners) {
      Reach other = both.first() == silent ? both.other() : both.first();
      int theirs = ships(ties.partners(other), other);
      if (own * theirs <= MOST_POSSIBLE) {
        boolean first = both.first() == silent;
        all.add(bothSilent(both, first ? theirs : own, first ? own : theirs));
      }
    }
    return all;
  }

  private static int ships(List<Both> partners, Reach of) {
    Set<String> vessels =
        partners.stream()
            .map(b -> b.first() == of ? b.other().vessel() : b.first().vessel())
            .collect(Collectors.toSet());
    return vessels.size();
  }

  /**
   * @param silentShips that the second one could have met
   * @param partners that the first one could have met
   */
  private static DarkMeeting bothSilent(Both both, int silentShips, int partners) {
    Reach first = both.first();
    Reach other = both.other();
    boolean firstIsWider = first.semiMinorM() >= other.semiMinorM();
    PairKey pair = new PairKey(first.vessel(), other.vessel());
    return meeting(DarkKind.BOTH_SILENT, pair, both.span(), both.lat(), both.lon())
        .setMeetingId(
            ContentId.of("DARK", "BOTH_SILENT", first.gap().getGapId(), other.gap().getGapId()))
        .setGaps(List.of(first.gap(), other.gap()))
        .setSemiMinorM(firstIsWider ? first.semiMinorM() : other.semiMinorM())
        .setAreaKm2(Math.max(first.areaKm2(), other.areaKm2()))
        .setNearestM(Ties.metresApart(first, other))
        .setSilentShips(silentShips)
        .setPartners(partners)
        .build();
  }

  private static DarkMeeting.Builder meeting(
      DarkKind kind, PairKey pair, Span span, double lat, double lon) {
    return DarkMeeting.newBuilder()
        .setKind(kind)
        .setClosed(false)
        .setRetracted(false)
        .setVessel1(pair.a())
        .setVessel2(pair.b())
        .setStart(Instant.ofEpochSecond(span.fromS()))
        .setEnd(Instant.ofEpochSecond(span.toS()))
        .setLat(lat)
        .setLon(lon);
  }
}
