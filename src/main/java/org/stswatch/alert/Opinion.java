package org.stswatch.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Landfall;

/**
 * What is to be said of a subject now, and how that becomes the next revision of what was said
 * before.
 */
final class Opinion {
  /** The order in which a subject's alerts are kept and told. */
  static final Comparator<Alert> BY_START =
      Comparator.comparing(Alert::getStart).thenComparing(Alert::getAlertId);

  private final List<Alert> raised = new ArrayList<>();
  private final Map<String, Fact> facts = new TreeMap<>();
  private final Map<String, String> silences = new TreeMap<>();
  private final List<Alert> others;
  private boolean reported;

  /**
   * Judges facts.
   *
   * @param found the facts, with what was claimed beside them
   * @param trails where a chain that ends with one of them is walked back
   * @param standing alerts for other facts of the subject
   */
  Opinion(
      Alerts alerts,
      List<ClaimIndex.Found> found,
      Function<ClaimIndex.Found, Trail> trails,
      List<Alert> standing) {
    others = standing.stream().filter(a -> a.getStatus() != AlertStatus.RETRACTED).toList();
    List<Judged> all = new ArrayList<>();
    for (ClaimIndex.Found matter : found) {
      Fact fact = matter.fact();
      Verdict verdict = alerts.judge(fact, matter.claims());
      reported |= verdict.reported();
      all.add(new Judged(fact, verdict));
      if (!fact.retracted() && verdict.raised().isPresent()) {
        alerts.chain(fact, trails.apply(matter)).ifPresent(chain -> add(chain, fact));
      }
    }
    for (Judged one : Judged.ranked(all)) {
      String id = one.verdict().alert().getAlertId();
      String silence = one.silence(all);
      if (silence.isEmpty()) {
        raised.add(one.verdict().alert());
        this.facts.put(id, one.fact());
      } else {
        silences.putIfAbsent(id, silence);
      }
    }
  }

  private void add(Verdict verdict, Fact fact) {
    facts.put(verdict.alert().getAlertId(), fact);
    verdict
        .raised()
        .ifPresentOrElse(
            raised::add, () -> silences.put(verdict.alert().getAlertId(), verdict.reason()));
  }

  /** The alerts that are to stand, with revision 0. */
  List<Alert> raised() {
    return raised;
  }

  /** Whether a report speaks of any of the facts. */
  boolean isReported() {
    return reported;
  }

  /** The next revision, or the last one itself where nothing has changed. */
  Alert revision(Alert now, @Nullable Alert last) {
    if (last == null) {
      return revised(now, 1, status(now, AlertStatus.OPEN));
    }
    Alert same = revised(now, last.getRevision(), status(now, last.getStatus()));
    if (same.equals(last)) {
      return last;
    }
    AlertStatus open = staysOpen(fact(now)) ? AlertStatus.OPEN : AlertStatus.UPDATED;
    return revised(now, last.getRevision() + 1, status(now, open));
  }

  /** For good, perhaps: whether a claim came before or after it must not show. */
  private static boolean staysOpen(Fact fact) {
    return fact.record() instanceof Gap || fact.record() instanceof Landfall;
  }

  /** A clearance outweighs everything; what is over is CLOSED; else it is as its history says. */
  private AlertStatus status(Alert now, AlertStatus open) {
    if (now.getStatus() == AlertStatus.CLEARED) {
      return AlertStatus.CLEARED;
    }
    return fact(now).open() ? open : AlertStatus.CLOSED;
  }

  /** The last revision taken back, with the reason and what stands in its place. */
  Alert retraction(Alert last) {
    if (last.getStatus() == AlertStatus.RETRACTED) {
      return last;
    }
    return Alert.newBuilder(last)
        .setRevision(last.getRevision() + 1)
        .setStatus(AlertStatus.RETRACTED)
        .setReason(silences.getOrDefault(last.getAlertId(), "what founded it is gone"))
        .setSupersededBy(successor(last))
        .build();
  }

  private @Nullable String successor(Alert last) {
    return Stream.concat(raised.stream(), others.stream())
        .sorted(BY_START)
        .filter(a -> a.getSubjectKind() == last.getSubjectKind())
        .filter(a -> !a.getStart().isAfter(last.getEnd()) && !a.getEnd().isBefore(last.getStart()))
        .map(Alert::getAlertId)
        .findFirst()
        .orElse(null);
  }

  private Fact fact(Alert alert) {
    return java.util.Objects.requireNonNull(facts.get(alert.getAlertId()));
  }

  private static Alert revised(Alert a, int revision, AlertStatus status) {
    return Alert.newBuilder(a).setRevision(revision).setStatus(status).build();
  }
}
