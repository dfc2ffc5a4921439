package org.stswatch.alert;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stswatch.detect.Claims;
import org.stswatch.detect.Series;
import org.stswatch.detect.Ship;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.vessel.ShipType;
import org.stswatch.watch.Listing;
import org.stswatch.watch.Watchlist;

/**
 * The encounters of tankers that had left a Far Eastern port of oil with ships linked to the DPRK,
 * as far as they were over by an instant.
 */
final class MetFromPorts {
  private final Ports ports;
  private final Set<String> oil;
  private final TradeView view;
  private final Instant asOf;

  MetFromPorts(Ports ports, List<Port> farEast, TradeView view, Instant asOf) {
    this.ports = ports;
    this.oil = farEast.stream().filter(Port::shipsOil).map(Port::code).collect(Collectors.toSet());
    this.view = view;
    this.asOf = asOf;
  }

  /** Encounters in months in a row, by start. */
  List<Series> series() {
    List<Series> all = new ArrayList<>();
    List<ClosedMeeting> row = new ArrayList<>();
    for (ClosedMeeting next : meetings()) {
      YearMonth month = Series.month(next);
      if (!row.isEmpty() && Series.month(row.get(row.size() - 1)).plusMonths(1).isBefore(month)) {
        all.add(new Series(row));
        row.clear();
      }
      row.add(next);
    }
    if (!row.isEmpty()) {
      all.add(new Series(row));
    }
    return all;
  }

  private List<ClosedMeeting> meetings() {
    Map<String, ClosedMeeting> all = new TreeMap<>();
    for (String vessel : vessels()) {
      view.met(vessel).stream()
          .filter(m -> !all.containsKey(m.getEncounterId()) && isFrom(vessel, m))
          .forEach(m -> all.put(m.getEncounterId(), m));
    }
    return all.values().stream()
        .sorted(
            Comparator.comparing(ClosedMeeting::getStart)
                .thenComparing(ClosedMeeting::getEncounterId))
        .toList();
  }

  private Set<String> vessels() {
    Set<String> vessels = new TreeSet<>();
    oil.forEach(port -> view.at(port).stream().map(PortCall::getVessel).forEach(vessels::add));
    return vessels;
  }

  private boolean isFrom(String vessel, ClosedMeeting m) {
    return isAtSea(m)
        && TrafficCounts.lastPort(view.of(vessel), m.getStart())
            .filter(c -> oil.contains(c.getPort()))
            .isPresent()
        && isTankerWithDprk(vessel, m);
  }

  private boolean isAtSea(ClosedMeeting m) {
    return !m.getEnd().isAfter(asOf)
        && ports.nearest(m.getLat(), m.getLon()).distanceM() >= AlertSettings.PORT_RADIUS_M;
  }

  private boolean isTankerWithDprk(String vessel, ClosedMeeting m) {
    String other = m.getVessel1().equals(vessel) ? m.getVessel2() : m.getVessel1();
    Claims claims = view.claims(List.of(vessel, other), m.getEnd().toEpochMilli());
    Watchlist lists = new Watchlist(claims.listed());
    Ship partner = Particulars.of(other, claims.statedOf(other), lists, m.getStart());
    return Particulars.of(vessel, claims.statedOf(vessel), lists, m.getStart()).type()
            == ShipType.TANKER
        && (partner.isOfDprkFlag()
            || partner.standing().listings().stream().anyMatch(Listing::isDprkProgramme));
  }

  /** The ships whose statements and listings may change what counts. */
  Set<String> concerned() {
    Set<String> all = new TreeSet<>();
    for (String vessel : vessels()) {
      for (ClosedMeeting m : view.met(vessel)) {
        if (isAtSea(m)) {
          all.add(m.getVessel1());
          all.add(m.getVessel2());
        }
      }
    }
    return all;
  }
}
