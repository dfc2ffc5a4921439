package org.stswatch.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.state.Landfall;
import org.stswatch.stream.Result.Emit;

/**
 * What is to be said of a subject now, and how that becomes the next revision of what was said
 * before.
 */
final class Opinion {
  /** The order in which a subject's alerts are kept and told. */
  private static final Comparator<Alert> BY_START =
      Comparator.comparing(Alert::getStart).thenComparing(Alert::getAlertId);

  private final Map<String, Judged> raised = new LinkedHashMap<>();
  private final Map<String, String> silences = new TreeMap<>();
  private final Set<String> going = new TreeSet<>();
  private final List<Alert> standing;
  private @Nullable Instant again;

  /**
   * What is to be said.
   *
   * @param all facts of a subject with what comes of them
   * @param standing alerts for its other facts
   */
  Opinion(List<Judged> all, List<Alert> standing) {
    this.standing = List.copyOf(standing);
    for (Judged one : Judged.ranked(all)) {
      String id = one.verdict().alert().getAlertId();
      Instant next = one.verdict().again();
      if (next != null) {
        going.add(id);
        again = again == null || next.isBefore(again) ? next : again;
      }
      String silence = one.silence(all);
      if (silence.isEmpty()) {
        raised.merge(id, one, Judged::stronger);
      } else {
        silences.putIfAbsent(id, silence);
      }
    }
  }

  /**
   * What is to stand after what was told before; what has changed is emitted.
   *
   * @return the latest revision of each alert, taken back or not, by start
   */
  List<Alert> tell(List<Alert> published, List<Emit> emits) {
    List<Alert> told = new ArrayList<>(standing);
    for (Judged one : raised.values()) {
      Alert now = one.verdict().alert();
      Alert last = find(published, now.getAlertId());
      tell(revision(now, last), last, told, emits);
    }
    for (Alert last : published) {
      if (find(told, last.getAlertId()) == null) {
        tell(retraction(last), last, told, emits);
      }
    }
    told.sort(BY_START);
    return told;
  }

  private static void tell(Alert next, @Nullable Alert last, List<Alert> told, List<Emit> emits) {
    told.add(next);
    if (next != last) { // the very object: nothing has changed
      emits.add(new Emit(next.getAlertId(), next));
    }
  }

  private static @Nullable Alert find(List<Alert> alerts, String id) {
    return alerts.stream().filter(a -> a.getAlertId().equals(id)).findFirst().orElse(null);
  }

  /** When further facts may change it; null where none can. */
  @Nullable Instant again() {
    return again;
  }

  /** The next revision, or the last one itself where nothing has changed. */
  private Alert revision(Alert now, @Nullable Alert last) {
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
    return fact.record() instanceof Gap || fact.record() instanceof Landfall || fact.isCall();
  }

  /** A clearance outweighs everything; what is over is CLOSED; else it is as its history says. */
  private AlertStatus status(Alert now, AlertStatus open) {
    if (now.getStatus() == AlertStatus.CLEARED) {
      return AlertStatus.CLEARED;
    }
    return fact(now).open() || going.contains(now.getAlertId()) ? open : AlertStatus.CLOSED;
  }

  /** The last revision taken back, with the reason and what stands in its place. */
  private Alert retraction(Alert last) {
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
    Stream<Alert> now = raised.values().stream().map(one -> one.verdict().alert());
    return Stream.concat(now, standing.stream())
        .filter(a -> a.getStatus() != AlertStatus.RETRACTED)
        .sorted(BY_START)
        .filter(a -> a.getSubjectKind() == last.getSubjectKind())
        .filter(a -> !a.getStart().isAfter(last.getEnd()) && !a.getEnd().isBefore(last.getStart()))
        .map(Alert::getAlertId)
        .findFirst()
        .orElse(null);
  }

  private Fact fact(Alert alert) {
    return Objects.requireNonNull(raised.get(alert.getAlertId())).fact();
  }

  private static Alert revised(Alert a, int revision, AlertStatus status) {
    return Alert.newBuilder(a).setRevision(revision).setStatus(status).build();
  }
}
