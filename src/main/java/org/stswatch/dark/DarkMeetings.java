package org.stswatch.dark;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.dark.Silent.Chance;
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
  private final Ties ties;

  DarkMeetings(Ties ties) {
    this.ties = ties;
  }

  /** What these silences may have hidden, by id; none closed. What is not known hid nothing. */
  Map<String, DarkMeeting> of(Collection<Gap> stops, Collection<Gap> partners) {
    Map<String, DarkMeeting> found = new TreeMap<>();
    known(stops).flatMap(this::atStops).forEach(m -> found.put(m.getMeetingId(), m));
    known(partners).flatMap(this::ofTwo).forEach(m -> found.put(m.getMeetingId(), m));
    return found;
  }

  private Stream<Silent> known(Collection<Gap> gaps) {
    return gaps.stream().flatMap(gap -> Stream.ofNullable(ties.of(gap)));
  }

  private Stream<DarkMeeting> atStops(Silent silent) {
    Map<String, List<Chance>> stops = silent.stops().byShip();
    Map<String, Integer> metres = new TreeMap<>();
    stops.forEach(
        (vessel, chances) -> metres.put(vessel, nearestM(silent.reach(), first(chances))));
    return stops.entrySet().stream()
        .flatMap(
            e ->
                ties
                    .silentShips(e.getValue())
                    .filter(ships -> ships * stops.size() <= Few.MOST_POSSIBLE)
                    .map(
                        ships ->
                            oneSilent(silent.reach(), first(e.getValue()), span(e.getValue()))
                                .setSilentShips(ships)
                                .setPartners(stops.size())
                                .setOthersM(leastBut(e.getKey(), metres))
                                .build())
                    .stream());
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
            ContentId.of(
                "DARK", "ONE_SILENT", ties.waters(), stop.getVessel(), silent.gap().getGapId()))
        .setStop(stop)
        .setGaps(List.of(silent.gap()))
        .setSemiMinorM(silent.semiMinorM())
        .setAreaKm2(silent.areaKm2())
        .setNearestM(nearestM(silent, stop));
  }

  private Stream<DarkMeeting> ofTwo(Silent silent) {
    int own = silent.partners().ships();
    return silent.partners().byShip().values().stream()
        .flatMap(List::stream)
        .flatMap(both -> ofTwo(both, silent.reach(), own).stream());
  }

  private Optional<DarkMeeting> ofTwo(Both both, Reach one, int own) {
    Few<Both> others = Objects.requireNonNull(ties.of(both.besides(one).gap())).partners();
    int theirs = others.ships();
    boolean first = both.isFirst(one);
    return others.tooMany() || own * theirs > Few.MOST_POSSIBLE
        ? Optional.empty()
        : Optional.of(bothSilent(both, first ? theirs : own, first ? own : theirs));
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
        .setNearestM(both.metresApart())
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
