package org.stswatch.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Code;
import org.stswatch.detect.Detector;
import org.stswatch.detect.Detectors;
import org.stswatch.detect.Family;
import org.stswatch.event.Severity;

/**
 * What the detectors look for and what each piece of evidence weighs, out of the code that decides:
 * for {@code describe} and for docs/detectors.md.
 */
public final class DetectorGuide {

  /** From which score an alert has this severity, unless a limit lowers it. */
  public record Band(Severity severity, double from) {}

  private DetectorGuide() {}

  /** The bands, the lowest first; INFO is everything below LOW. */
  public static List<Band> bands() {
    return List.of(
        new Band(Severity.LOW, Score.LOW),
        new Band(Severity.MEDIUM, Score.MEDIUM),
        new Band(Severity.HIGH, Score.HIGH),
        new Band(Severity.CRITICAL, Score.CRITICAL));
  }

  /** The guide as Markdown, the text of docs/detectors.md. */
  public static String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# Detectors, evidence and weights");
    lines.add("");
    lines.add("Written from the code; a test fails when it is stale.");
    lines.add("A detector gives an opinion of a fact, with what speaks for and against it.");
    lines.add("Nothing here says that a ship broke a rule, and a flag is not involvement.");
    Detectors.all().forEach(d -> detector(lines, d));
    scoring(lines);
    evidence(lines);
    return String.join("\n", lines) + "\n";
  }

  private static void detector(List<String> lines, Detector d) {
    lines.addAll(List.of("", "## " + d.type() + " (`" + d.name() + "`)", "", d.summary(), ""));
    lines.add("What it misses or takes wrongly:");
    lines.add("");
    d.misses().forEach(m -> lines.add("- " + m));
    lines.addAll(List.of("", "Sources:", ""));
    d.sources().forEach(s -> lines.add("- " + s));
  }

  private static void scoring(List<String> lines) {
    lines.addAll(List.of("", "## Score and severity", ""));
    lines.add(
        "The score is the sum of the weights, in log-odds. It is not a probability, and it is");
    lines.add("calibrated on constructed data only. What speaks for is capped in each family:");
    lines.add("");
    for (Family f : Family.values()) {
      if (f.mostOfScore < 1) {
        lines.add("- " + f + ": at most " + Math.round(100 * f.mostOfScore) + " % of the score");
      } else if (f.cap > 0) {
        lines.add("- " + f + ": at most " + f.cap);
      }
    }
    lines.addAll(List.of("", "| severity | from a score of |", "|---|---|", "| INFO | - |"));
    bands().forEach(b -> lines.add("| " + b.severity() + " | " + b.from() + " |"));
  }

  private static void evidence(List<String> lines) {
    lines.addAll(List.of("", "## Evidence", ""));
    lines.add("| code | family | weight | unit | meaning | why, and whence | at most |");
    lines.add("|---|---|---|---|---|---|---|");
    Arrays.stream(Code.values())
        .map(
            c ->
                List.of(
                    "`" + c + "`",
                    c.family.toString(),
                    c.weights,
                    orDash(c.unit),
                    c.meaning,
                    c.source,
                    orDash(c.atMost)))
        .forEach(cells -> lines.add("| " + String.join(" | ", cells) + " |"));
  }

  private static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
