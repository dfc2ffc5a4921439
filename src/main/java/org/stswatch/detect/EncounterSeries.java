package org.stswatch.detect;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.state.ClosedMeeting;

/**
 * Encounters from one group of ports, counted by month (E12): two sources told Reuters that Russian
 * tankers had supplied fuel at sea on at least three occasions in October and November 2017. Each
 * has its own alert; that they are a series is what this one says.
 *
 * <p>Encounters outside 10 km of a port between a tanker whose last port, within 30 days, was one
 * of oil in the Russian Far East, and a ship linked to the DPRK by flag, MMSI or list. At least 3
 * in two months that follow each other, as in that report.
 *
 * <p>Missed: encounters with a partner that is not on AIS; tankers whose last port was not heard.
 */
final class EncounterSeries implements Detector {
  /** Encounters in two months (Reuters, 29 December 2017: at least three). */
  static final int LEAST = 3;

  @Override
  public String name() {
    return "encounter-series";
  }

  @Override
  public String type() {
    return "ENCOUNTER_SERIES";
  }

  @Override
  public String summary() {
    return "Tankers from Far Eastern ports of oil meet ships linked to the DPRK again and again.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Encounters with partners that are not on AIS.",
        "Tankers whose last port was not heard, or that state no type.");
  }

  @Override
  public List<String> sources() {
    return List.of("Reuters, 29 December 2017 (press copies): at least three times in two months");
  }

  @Override
  public Optional<Finding> judge(Series series) {
    Map<YearMonth, Integer> months = series.byMonth();
    int most =
        months.keySet().stream()
            .mapToInt(m -> months.getOrDefault(m, 0) + months.getOrDefault(m.plusMonths(1), 0))
            .max()
            .orElse(0);
    if (most < LEAST) {
      return Optional.empty();
    }
    List<String> counts = new ArrayList<>();
    months.forEach((month, count) -> counts.add(count + " in " + month));
    String text = "Encounters by month: " + String.join(", ", counts) + ".";
    Evidence counted = Code.REPEATED.speaksFor((double) most, (double) LEAST, 1.0, text);
    List<String> refs = series.meetings().stream().map(ClosedMeeting::getEncounterId).toList();
    return Optional.of(
        new Finding(
            type(),
            VesselEvidence.withRefs(List.of(counted), refs),
            series.meetings().size()
                + " encounters of tankers from Far Eastern ports of oil with ships linked to the DPRK:"
                + " pattern consistent with a series of transfers",
            null));
  }
}
