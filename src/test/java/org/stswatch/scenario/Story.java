package org.stswatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stswatch.event.Alert;
import org.stswatch.event.Severity;
import org.stswatch.event.SubjectKind;

/**
 * A story.md: a heading, what was reported and what must come out, and lines {@code row:}, {@code
 * status:} and {@code verdict:}. The verdict is what no blessing may lose; its clauses, separated
 * by semicolons:
 *
 * <pre>
 *   2 encounters                        so many facts stand
 *   no alert                            none stands
 *   1 RETRACTED                         so many alerts were taken back
 *   at most INFO                        every alert that stands
 *   4 pair alerts at least MEDIUM       exactly so many of two ships stand, each so severe
 *   1 RENDEZVOUS_ZONE at least HIGH     exactly so many of this type stand, each so severe
 *   against NEAR_PORT                   this speaks against one of the facts, with weight
 *   without FISHING_PAIR                this speaks against none
 * </pre>
 */
record Story(String text) {
  private static final Pattern FACTS = Pattern.compile("(\\d+) encounters?");
  private static final Pattern MOST = Pattern.compile("at most ([A-Z]+)");
  private static final Pattern TAKEN_BACK = Pattern.compile("(\\d+) RETRACTED");
  private static final Pattern ALERTS =
      Pattern.compile("(\\d+) (pair alerts?|[A-Z_]+)(?: at (least|most) ([A-Z]+))?");
  private static final Pattern CODE = Pattern.compile("(against|without) ([A-Z_]+)");

  String title() {
    return text.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
  }

  /** The value of a line {@code - key: value}; fails where there is none. */
  String value(String key) {
    String head = "- " + key + ": ";
    List<String> values =
        text.lines().filter(l -> l.startsWith(head)).map(l -> l.substring(head.length())).toList();
    assertThat(values).as("lines \"%s\" of %s", head, title()).hasSize(1);
    return values.get(0).strip();
  }

  /** Fails where one clause of the verdict does not hold. */
  void check(Outcome outcome) {
    for (String clause : value("verdict").split(";\\s*")) {
      check(clause.strip(), outcome);
    }
  }

  private void check(String clause, Outcome o) {
    List<Alert> standing = o.standing().toList();
    Matcher facts = FACTS.matcher(clause);
    Matcher most = MOST.matcher(clause);
    Matcher back = TAKEN_BACK.matcher(clause);
    Matcher alerts = ALERTS.matcher(clause);
    Matcher code = CODE.matcher(clause);
    if (clause.equals("no alert")) {
      assertThat(shown(standing)).as(clause).isEmpty();
    } else if (facts.matches()) {
      assertThat(o.facts()).as(clause).hasSize(Integer.parseInt(facts.group(1)));
    } else if (most.matches()) {
      Severity limit = Severity.valueOf(most.group(1));
      assertThat(
              shown(standing.stream().filter(a -> a.getSeverity().compareTo(limit) > 0).toList()))
          .as(clause)
          .isEmpty();
    } else if (back.matches()) {
      assertThat(o.alerts()).as(clause).hasSize(standing.size() + Integer.parseInt(back.group(1)));
    } else if (code.matches()) {
      boolean against = code.group(1).equals("against");
      assertThat(o.against().contains(code.group(2))).as(clause).isEqualTo(against);
    } else if (alerts.matches()) {
      check(alerts, standing, clause);
    } else {
      throw new AssertionError("not understood: " + clause);
    }
  }

  private static void check(Matcher clause, List<Alert> standing, String text) {
    boolean anyPair = clause.group(2).startsWith("pair");
    List<Alert> meant =
        standing.stream()
            .filter(
                a ->
                    anyPair
                        ? a.getSubjectKind() == SubjectKind.PAIR
                        : a.getType().equals(clause.group(2)))
            .toList();
    assertThat(shown(meant)).as(text).hasSize(Integer.parseInt(clause.group(1)));
    if (clause.group(4) != null) {
      Severity limit = Severity.valueOf(clause.group(4));
      boolean least = clause.group(3).equals("least");
      List<Alert> beyond =
          meant.stream()
              .filter(a -> Integer.signum(a.getSeverity().compareTo(limit)) == (least ? -1 : 1))
              .toList();
      assertThat(shown(beyond)).as(text).isEmpty();
    }
  }

  private static List<String> shown(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> a.getType() + " " + a.getSeverity() + ": " + a.getTitle())
        .toList();
  }
}
