package org.stswatch.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
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
 *   alert of RICH GLORY at least HIGH   one of a party of this name or key stands, each so severe
 *   no alert of RICH GLORY              none does
 *   with LINE_STOPPED                   an alert that stands has this evidence
 *   no CORROBORATED                     none has
 *   1 CLEARED                           so many alerts are cleared
 *   before at least MEDIUM              an earlier revision of one was so severe
 *   2 originators                       so many stand behind the alert of the most
 *   for IMO_SHARED                      this speaks for one of the alerts, with weight
 *   not for IMO_SHARED                  this speaks for none
 * </pre>
 */
record Story(String text) {
  private static final Pattern FACTS = Pattern.compile("(\\d+) encounters?");
  private static final Pattern MOST = Pattern.compile("at most ([A-Z]+)");
  private static final Pattern TAKEN_BACK = Pattern.compile("(\\d+) RETRACTED");
  private static final Pattern ALERTS =
      Pattern.compile("(\\d+) (pair alerts?|[A-Z_]+)(?: at (least|most) ([A-Z]+))?");
  private static final Pattern PARTY =
      Pattern.compile("(no )?alert of ([A-Z0-9 ]+?)(?: at (least|most) ([A-Z]+))?");
  private static final Pattern CODE =
      Pattern.compile("(against|without|with|no|for|not for) ([A-Z_]+)");
  private static final Pattern STANDING = Pattern.compile("(\\d+) (CLEARED|originators)");
  private static final Pattern BEFORE = Pattern.compile("before at least ([A-Z]+)");

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
    } else if (PARTY.matcher(clause).matches()) {
      checkParty(PARTY.matcher(clause), standing, clause);
    } else if (most.matches()) {
      Severity limit = Severity.valueOf(most.group(1));
      assertThat(
              shown(standing.stream().filter(a -> a.getSeverity().compareTo(limit) > 0).toList()))
          .as(clause)
          .isEmpty();
    } else if (back.matches()) {
      assertThat(o.alerts()).as(clause).hasSize(standing.size() + Integer.parseInt(back.group(1)));
    } else if (STANDING.matcher(clause).matches()) {
      checkStanding(STANDING.matcher(clause), standing, clause);
    } else if (BEFORE.matcher(clause).matches()) {
      Severity least = Severity.valueOf(clause.replaceFirst(".* ", ""));
      assertThat(o.history())
          .as(clause)
          .anyMatch(a -> a.getSeverity().compareTo(least) >= 0 && !standing.contains(a));
    } else if (code.matches() && code.group(1).matches("with|no")) {
      checkEvidence(code, standing, clause);
    } else if (code.matches()) {
      boolean speaks = code.group(1).equals("against") || code.group(1).equals("for");
      Set<String> codes = code.group(1).endsWith("for") ? o.speakingFor() : o.against();
      assertThat(codes.contains(code.group(2))).as(clause).isEqualTo(speaks);
    } else if (alerts.matches()) {
      check(alerts, standing, clause);
    } else {
      throw new AssertionError("not understood: " + clause);
    }
  }

  private static void checkEvidence(Matcher clause, List<Alert> standing, String text) {
    boolean has =
        standing.stream()
            .flatMap(a -> a.getEvidence().stream())
            .anyMatch(e -> e.getCode().equals(clause.group(2)));
    assertThat(has).as(text).isEqualTo(clause.group(1).equals("with"));
  }

  private static void checkStanding(Matcher clause, List<Alert> standing, String text) {
    assertThat(clause.matches()).isTrue();
    long found =
        clause.group(2).equals("CLEARED")
            ? standing.stream().filter(a -> a.getStatus() == AlertStatus.CLEARED).count()
            : standing.stream()
                .mapToInt(a -> a.getCorroboration().getOriginators().size())
                .max()
                .orElse(0);
    assertThat(found).as(text).isEqualTo(Long.parseLong(clause.group(1)));
  }

  private static void checkParty(Matcher clause, List<Alert> standing, String text) {
    assertThat(clause.matches()).isTrue();
    List<Alert> meant =
        standing.stream()
            .filter(
                a ->
                    a.getParties().stream()
                        .anyMatch(
                            p ->
                                clause.group(2).equals(p.getName())
                                    || clause.group(2).equals(p.getVesselKey())))
            .toList();
    assertThat(meant.isEmpty()).as(text).isEqualTo(clause.group(1) != null);
    checkSeverity(meant, clause.group(3), clause.group(4), text);
  }

  private static void checkSeverity(
      List<Alert> meant, @Nullable String bound, @Nullable String severity, String text) {
    if (severity == null || bound == null) {
      return;
    }
    Severity limit = Severity.valueOf(severity);
    int beyond = bound.equals("least") ? -1 : 1;
    List<Alert> wrong =
        meant.stream()
            .filter(a -> Integer.signum(a.getSeverity().compareTo(limit)) == beyond)
            .toList();
    assertThat(shown(wrong)).as(text).isEmpty();
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
    checkSeverity(meant, clause.group(3), clause.group(4), text);
  }

  private static List<String> shown(List<Alert> alerts) {
    return alerts.stream()
        .map(a -> a.getType() + " " + a.getSeverity() + ": " + a.getTitle())
        .toList();
  }
}
