package org.stswatch.alert;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.Finding;
import org.stswatch.detect.ReportEvidence;
import org.stswatch.detect.Series;
import org.stswatch.detect.Traffic;
import org.stswatch.detect.TrafficSurges;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertContext;
import org.stswatch.event.Corroboration;
import org.stswatch.event.CorroborationStatus;
import org.stswatch.event.Coverage;
import org.stswatch.event.Evidence;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.report.Testimony;

/**
 * Alerts about the trade between the DPRK and the Russian Far East, out of all that was known at an
 * instant. A pure function of it.
 */
public final class TradeAlerts {
  /** Weeks of one direction less apart are one alert: a block, in which the same calls count. */
  private static final Duration ONE_ALERT = Traffic.BLOCK;

  private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** Points of ports are kilometres off, metres. */
  private static final int POINT_ERROR_M = 10_000;

  private final List<Port> farEast;
  private final Ports ports;
  private final Regulations regulations;
  private final AlertRecord records;

  TradeAlerts(Ports ports, Regulations regulations, AlertRecord records) {
    this.ports = ports;
    this.regulations = regulations;
    this.records = records;
    this.farEast =
        ports.all().stream()
            .filter(p -> p.isFarEast() && p.isOfMission())
            .map(p -> ports.ofCode(p.code()).orElse(p))
            .distinct()
            .sorted(comparing(Port::code))
            .toList();
  }

  /**
   * What comes of it.
   *
   * @param verdicts the alerts, each under what it is founded on
   * @param concerned vessels of which statements and listings may change it
   */
  public record Judged(Map<Fact, Verdict> verdicts, Set<String> concerned) {}

  Judged judge(TradeView view, Instant asOf) {
    Map<Fact, Verdict> all = new LinkedHashMap<>();
    TrafficCounts counts = new TrafficCounts(ports, view, asOf);
    for (Port port : farEast) {
      for (TrafficCounts.Row row : counts.at(port)) {
        runs(row.weeks()).forEach(run -> tell(run, row, asOf, all));
      }
    }
    MetFromPorts met = new MetFromPorts(ports, farEast, view, asOf);
    met.series().forEach(series -> tell(series, asOf, all));
    Set<String> concerned = new TreeSet<>(counts.fromDprk());
    concerned.addAll(met.concerned());
    return new Judged(all, concerned);
  }

  private record Week(Traffic traffic, Finding finding) {}

  /** Weeks with a finding, in rows without a hole. */
  private static List<List<Week>> runs(List<Traffic> weeks) {
    List<List<Week>> runs = new ArrayList<>();
    Week last = null;
    for (Traffic traffic : weeks) {
      Finding found = Detectors.findings(d -> d.judge(traffic)).stream().findFirst().orElse(null);
      if (found == null) {
        continue;
      }
      Week week = new Week(traffic, found);
      if (last == null || !goesOn(last, week)) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(week);
      last = week;
    }
    return runs;
  }

  private static boolean goesOn(Week last, Week next) {
    return last.finding().type().equals(next.finding().type())
        && code(last.finding()).equals(code(next.finding()))
        && !next.traffic().end().isAfter(last.traffic().end().plus(ONE_ALERT));
  }

  /** What it found, by the evidence that weighs most. */
  private static String code(Finding finding) {
    return finding.evidence().stream()
        .max(comparing(Evidence::getWeight))
        .map(Evidence::getCode)
        .orElse("");
  }

  private void tell(List<Week> run, TrafficCounts.Row row, Instant asOf, Map<Fact, Verdict> all) {
    Week last = run.get(run.size() - 1);
    Instant start = run.get(0).traffic().start();
    Instant end = last.traffic().end();
    Instant judged = row.weeks().get(row.weeks().size() - 1).end();
    boolean goesOn = !judged.isAfter(end.plus(ONE_ALERT)) && asOf.isBefore(END);
    Port port = row.port();
    List<String> keys = List.of("KP", port.code(), row.type().name());
    Alert alert =
        alert(keys, start, largest(run).finding())
            .setEnd(end)
            .setLat(port.lat())
            .setLon(port.lon())
            .setUncertaintyM(POINT_ERROR_M)
            .setContext(context(port.name(), start))
            .build();
    tell(alert, row.founding(), keys, goesOn ? TradeCase.week(asOf) : null, all);
  }

  /** The first of those with the largest change. */
  private static Week largest(List<Week> run) {
    Week most = run.get(0);
    for (Week week : run) {
      most = change(week) > change(most) ? week : most;
    }
    return most;
  }

  private static double change(Week week) {
    return TrafficSurges.change(week.traffic().calls(), week.traffic().before());
  }

  private void tell(Series series, Instant asOf, Map<Fact, Verdict> all) {
    Optional<Finding> found = Detectors.findings(d -> d.judge(series)).stream().findFirst();
    if (found.isEmpty()) {
      return;
    }
    List<ClosedMeeting> met = series.meetings();
    ClosedMeeting first = met.get(0);
    Instant end = met.stream().map(ClosedMeeting::getEnd).max(naturalOrder()).orElseThrow();
    List<String> keys = List.of("KP", "RU Far East");
    Instant over = month(Series.month(met.get(met.size() - 1)).plusMonths(2));
    Alert alert =
        alert(keys, first.getStart(), found.get())
            .setEnd(end)
            .setLat(first.getLat())
            .setLon(first.getLon())
            .setUncertaintyM(POINT_ERROR_M)
            .setContext(context(null, first.getStart()))
            .build();
    tell(alert, first, keys, asOf.isBefore(over) ? TradeCase.week(asOf) : null, all);
  }

  private static Instant month(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private Alert.Builder alert(List<String> keys, Instant start, Finding finding) {
    List<Evidence> all = new ArrayList<>(finding.evidence());
    ReportEvidence.limit(Testimony.none()).ifPresent(all::add);
    Score score = Score.of(all);
    Testimony own = Testimony.none();
    return records
        .of(SubjectKind.PORT_PAIR, keys, start, List.of(finding), score)
        .setTitle(String.valueOf(finding.title()))
        .setCoverage(Coverage.CONTINUOUS)
        .setCorroboration(
            Corroboration.newBuilder()
                .setStatus(CorroborationStatus.SINGLE_SOURCE)
                .setOriginators(own.originators())
                .setDisciplines(own.disciplines())
                .build());
  }

  private AlertContext context(@Nullable String port, Instant start) {
    return AlertContext.newBuilder()
        .setZones(List.of())
        .setNearestPort(port)
        .setRegulationsInForce(regulations.inForceAt(start))
        .build();
  }

  private static void tell(
      Alert alert,
      SpecificRecord founding,
      List<String> keys,
      @Nullable Instant again,
      Map<Fact, Verdict> all) {
    Fact fact =
        new Fact(
            founding, SubjectKind.PORT_PAIR, keys, alert.getStart(), alert.getEnd(), false, false);
    all.put(fact, new Verdict(alert, List.of(), false, again));
  }
}
