package org.stswatch.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stswatch.alert.AlertSettings;
import org.stswatch.alert.DarkAlerts;
import org.stswatch.alert.Score;
import org.stswatch.alert.Verdict;
import org.stswatch.detect.Code;
import org.stswatch.detect.DarkCase;
import org.stswatch.event.Alert;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;
import org.stswatch.event.state.DarkMeeting;

/** The gates between a meeting out of sight that was possible and an alert. */
final class DarkAlertGates {
  private static final String WEAK = "WEAK";

  private final DarkMeeting fact;
  private final Verdict verdict;
  private final Alert alert;
  private final AlertSettings settings;
  private final List<Gate> all = new ArrayList<>();
  private boolean weak;

  /**
   * The gates of one.
   *
   * @param covered whether another alert or encounter of the two is about that time
   */
  DarkAlertGates(DarkMeeting fact, Verdict verdict, boolean covered, AlertSettings settings) {
    this.fact = fact;
    this.verdict = verdict;
    this.alert = verdict.alert();
    this.settings = settings;
    place();
    String left = Code.OUT_OF_COVERAGE + ": left the area in which ships are heard";
    all.add(Gate.atMost(left, passed(Code.OUT_OF_COVERAGE.name()) ? 0 : 1, 0, "silences"));
    chance();
    wide();
    score();
    all.add(
        Gate.atMost("stronger, or seen, about that time: alerts", covered ? 1 : 0, 0, "alerts"));
  }

  List<Gate> all() {
    return all;
  }

  private void place() {
    String scope = "out of scope " + settings.scope().name().toLowerCase(Locale.ROOT);
    all.add(Gate.atMost(scope, passed("OUT_OF_SCOPE") ? 0 : 1, 0, "reasons"));
    Integer portM = alert.getContext().getDistanceToPortM();
    String port = "distance to " + alert.getContext().getNearestPort();
    int leastM = settings.portExclusionM();
    all.add(
        leastM > 0
            ? Gate.atLeast(port, portM, leastM, "m").decided(passed(Code.NEAR_PORT.name()))
            : Gate.context(port, portM, "m"));
  }

  private void chance() {
    double chance = Math.round(100 * DarkAlerts.chance(alert.getEvidence())) / 100.0;
    String name = "weight of the reach and of where it was heard";
    all.add(weak(Gate.atLeast(name, chance, DarkAlerts.LEAST_CHANCE, "log-odds")));
  }

  /** These two are asked only where the silent one can have been anywhere. */
  private void wide() {
    boolean wide = DarkCase.isWide(fact);
    double leastM = DarkCase.STANDS_OUT * fact.getNearestM();
    Gate others =
        Gate.atLeast("nearest other ship it could have met", fact.getOthersM(), leastM, "m");
    long minutes = Duration.between(fact.getStart(), fact.getEnd()).toMinutes();
    all.add(wide ? weak(others.decided(DarkCase.standsOut(fact))) : context(others));
    Gate time =
        Gate.atLeast("time for a transfer of oil", minutes, DarkCase.TRANSFER_MINUTES, "min");
    all.add(wide ? weak(time) : context(time));
  }

  /**
   * Without a link to the mission it takes more: shown as failed where nothing else explains it.
   */
  private void score() {
    List<String> limits =
        alert.getEvidence().stream()
            .map(Evidence::getCode)
            .filter(code -> isBelowLow(Code.valueOf(code)))
            .toList();
    String limited = limits.isEmpty() ? "limits below LOW" : "limits: " + String.join(", ", limits);
    all.add(weak(Gate.atMost(limited, limits.size(), 0, "limits")));
    double score = alert.getScore();
    all.add(weak(Gate.atLeast("score", score, Score.from(Severity.LOW), "log-odds")));
    String name = "score; needed without a link to the mission";
    Gate unlinked = Gate.atLeast(name, score, Score.MEDIUM, "log-odds");
    all.add(passed(WEAK) || !weak ? unlinked.decided(passed(WEAK)) : context(unlinked));
  }

  private static boolean isBelowLow(Code code) {
    return code.atMost != null && code.atMost.compareTo(Severity.LOW) < 0;
  }

  private static Gate context(Gate gate) {
    return Gate.context(gate.name(), gate.value(), gate.unit());
  }

  /** What others said as well needs none of these gates. */
  private Gate weak(Gate gate) {
    Gate decided = passed(WEAK) ? gate.decided(true) : gate;
    weak |= decided.failed();
    return decided;
  }

  private boolean passed(String code) {
    return verdict.silencedBy().stream().noneMatch(s -> s.code().equals(code));
  }
}
