package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.Stance;
import org.stswatch.report.Grade;
import org.stswatch.report.Match;
import org.stswatch.report.Testimony;
import org.stswatch.report.Testimony.Worth;

/** What reports say. Each is named with its grade and how it was matched, whatever it is worth. */
public final class ReportEvidence {
  private ReportEvidence() {}

  static List<Evidence> of(Testimony said) {
    List<Evidence> all = new ArrayList<>();
    asserted(said, all);
    context(said, all);
    if (!said.of(Worth.DENIAL).isEmpty()) {
      all.add(against(Code.DENIED, -0.25, "Denied by ", said.of(Worth.DENIAL)));
    }
    if (said.isCleared()) {
      all.add(against(Code.CLEARED, -3.0, "Cleared by ", said.of(Worth.CLEARANCE)));
    }
    if (!said.of(Worth.POWERLESS).isEmpty()) {
      all.add(
          against(
              Code.CLEARANCE_NOT_COUNTED,
              0.0,
              "A clearance that does not count, by ",
              said.of(Worth.POWERLESS)));
    }
    return all;
  }

  /** The limit of an alert that rests on our own finding by AIS alone. */
  public static Optional<Evidence> limit(Testimony said) {
    return limit(said, "own AIS finding");
  }

  /**
   * The same of a finding of its own kind.
   *
   * @param own what it is
   */
  public static Optional<Evidence> limit(Testimony said, String own) {
    if (said.isCorroborated()) {
      return Optional.empty();
    }
    boolean alone = said.originators().size() == 1;
    String text =
        alone
            ? "One originator (" + own + ") and one discipline (AIS)."
            : said.originators().size() + " originators and one discipline (AIS).";
    return Optional.of(
        Code.SINGLE_SOURCE.speaksAgainst(
            (double) said.disciplines().size(), (double) Testimony.LEAST_DISCIPLINES, 0.0, text));
  }

  /** Why it is cleared, in one line. */
  public static String clearance(Testimony said) {
    return "Cleared by " + Voices.of(said.of(Worth.CLEARANCE)) + ".";
  }

  private static void asserted(Testimony said, List<Evidence> all) {
    List<Match> counting = said.of(Worth.COUNTS);
    if (counting.isEmpty()) {
      return;
    }
    boolean others = said.originators().size() > 1;
    all.add(inFavour(Code.REPORTED, others ? 0.5 : 0.0, "Asserted by ", counting));
    if (said.isCorroborated()) {
      String text =
          String.join(", ", said.originators().stream().map(Voices::plain).toList())
              + ", independent of each other; observed with "
              + String.join(", ", said.disciplines().stream().map(Voices::plain).toList())
              + ".";
      all.add(
          Code.CORROBORATED.speaksFor(
              (double) said.originators().size(), (double) Testimony.LEAST_ORIGINATORS, 1.0, text));
      if (counting.stream().map(Match::report).noneMatch(Grade::isVerified)) {
        all.add(
            Code.UNVERIFIED.speaksAgainst(
                null, (double) Grade.VERIFIED, 0.0, "No report is graded probably true."));
      }
    }
  }

  private static void context(Testimony said, List<Evidence> all) {
    List<Match> unreliable = said.of(Worth.UNRELIABLE);
    if (!unreliable.isEmpty()) {
      all.add(inFavour(Code.UNRELIABLE_REPORT, 0.0, "Graded below C3: ", unreliable));
    }
    List<Match> related = said.of(Worth.CONTEXT);
    if (!related.isEmpty()) {
      all.add(inFavour(Code.RELATED_REPORT, 0.0, "Beside it: ", related));
    }
    List<Match> ambiguous = said.of(Worth.AMBIGUOUS);
    if (!ambiguous.isEmpty()) {
      boolean asserts = ambiguous.stream().anyMatch(m -> m.report().getStance() == Stance.ASSERT);
      String lead = "May speak of something else: ";
      all.add(
          asserts
              ? inFavour(Code.AMBIGUOUS_REPORT, 0.0, lead, ambiguous)
              : against(Code.AMBIGUOUS_REPORT, 0.0, lead, ambiguous));
    }
  }

  private static Evidence inFavour(Code code, double weight, String lead, List<Match> voices) {
    return evidence(Direction.FOR, code, weight, lead, voices);
  }

  private static Evidence against(Code code, double weight, String lead, List<Match> voices) {
    return evidence(Direction.AGAINST, code, weight, lead, voices);
  }

  private static Evidence evidence(
      Direction direction, Code code, double weight, String lead, List<Match> voices) {
    double count = voices.size();
    String text = lead + Voices.of(voices) + ".";
    Evidence bare =
        direction == Direction.FOR
            ? code.speaksFor(count, null, weight, text)
            : code.speaksAgainst(count, null, weight, text);
    return Evidence.newBuilder(bare).setInputRefs(Voices.refs(voices)).build();
  }
}
