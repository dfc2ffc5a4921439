package org.stswatch.alert;

import java.util.ArrayList;
import java.util.List;
import org.stswatch.alert.Verdict.Silence;
import org.stswatch.detect.Code;
import org.stswatch.detect.DarkCase;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.Finding;
import org.stswatch.detect.ReportEvidence;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;
import org.stswatch.port.Zone;

/** Alerts about two ships that could have met out of sight. */
public final class DarkAlerts {
  /**
   * The reach and the last known place must weigh so much together, log-odds: less is as true of
   * most silent ships. A reach of half a day with one other possibility does. Own choice.
   */
  public static final double LEAST_CHANCE = 0.25;

  private final Scope scope;
  private final AlertRecord records;
  private final int portExclusionM;

  /**
   * @param portExclusionM nearer to a port nothing is raised, metres; 0 for no rule
   */
  DarkAlerts(Scope scope, AlertRecord records, int portExclusionM) {
    this.scope = scope;
    this.records = records;
    this.portExclusionM = portExclusionM;
  }

  Verdict judge(DarkCase c, List<Zone> here, List<String> regulationsInForce) {
    List<Finding> findings = Detectors.findings(d -> d.judge(c));
    Score score =
        Score.of(
            scope.evidence(findings, c.isLinkedToMission(), ReportEvidence.limit(c.testimony())));
    List<Silence> silences = new ArrayList<>();
    scope.silences(c.isLinkedToMission(), here).ifPresent(silences::add);
    ordinary(c, silences);
    if (!c.isReported()) {
      weak(c, score, silences);
    }
    return new Verdict(
        records.of(c, findings, score, regulationsInForce), silences, !c.testimony().isSilent());
  }

  private void ordinary(DarkCase c, List<Silence> silences) {
    if (c.place().portDistanceM() < portExclusionM) {
      silences.add(Silence.nearPort(c.place(), portExclusionM));
    }
  }

  private static void weak(DarkCase c, Score score, List<Silence> silences) {
    if (c.leavesCoverage()) {
      silences.add(
          new Silence(Code.OUT_OF_COVERAGE.name(), "It left the area in which ships are heard."));
    }
    boolean enough = c.isLinkedToMission() || score.total() >= Score.MEDIUM;
    if (c.isUnlikely()
        || chance(score.evidence()) < LEAST_CHANCE
        || !enough
        || score.severity().compareTo(Severity.LOW) < 0) {
      silences.add(new Silence("WEAK", "It was possible, as much else was."));
    }
  }

  /** What the reach and the last known place weigh together, log-odds. */
  public static double chance(List<Evidence> evidence) {
    return evidence.stream()
        .filter(e -> isChance(Code.valueOf(e.getCode())))
        .mapToDouble(Evidence::getWeight)
        .sum();
  }

  private static boolean isChance(Code code) {
    return switch (code) {
      case REACH, LAST_KNOWN, SILENT_TOGETHER -> true;
      default -> false;
    };
  }
}
