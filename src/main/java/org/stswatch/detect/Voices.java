package org.stswatch.detect;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselReport;
import org.stswatch.report.Grade;
import org.stswatch.report.Match;
import org.stswatch.vessel.ContentId;

/**
 * Reports in words: who, how good, by which identity, when, and the summary that they came with.
 */
final class Voices {
  /** Longest summary that is quoted, characters: a sentence or two. */
  private static final int LONGEST = 200;

  /** Longest name of an originator or report, characters. */
  private static final int LONGEST_NAME = 80;

  private Voices() {}

  /** Several, by report id. */
  static String of(List<Match> matches) {
    return matches.stream().map(Voices::of).collect(Collectors.joining("; "));
  }

  /** Content hashes of the reports. */
  static List<String> refs(List<Match> matches) {
    return matches.stream().map(m -> ContentId.of(m.report().toString())).sorted().toList();
  }

  /** Without control characters, and no longer than a name. */
  static String plain(String text) {
    return shortened(text, LONGEST_NAME);
  }

  private static String of(Match match) {
    VesselReport r = match.report();
    StringBuilder words = new StringBuilder(plain(r.getOriginatorId()));
    words.append(" (").append(Grade.shown(r));
    if (!r.getDisciplines().isEmpty()) {
      words.append(", ").append(plain(String.join("+", r.getDisciplines())));
    }
    words.append(", report ").append(plain(r.getReportId()));
    words.append(" of ").append(r.getPublishedAt().toString(), 0, 10);
    words.append(", by ").append(match.by());
    match.doubt().ifPresent(why -> words.append(", ").append(why));
    return words.append(')').append(summary(r.getText())).toString();
  }

  private static String summary(@Nullable String text) {
    return text == null || text.isBlank()
        ? ""
        : ": " + shortened(text, LONGEST).replaceFirst("\\.$", "");
  }

  private static String shortened(String text, int longest) {
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    boolean whole = plain.codePointCount(0, plain.length()) <= longest;
    return whole ? plain : plain.substring(0, plain.offsetByCodePoints(0, longest)) + "...";
  }
}
