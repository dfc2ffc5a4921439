package org.stswatch.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stswatch.event.ReportSubject;

/**
 * Which ships of a report the two parties may be: each another one. A report of one ship leaves the
 * other party open; a report of more says who the other one was, and so may name another pair.
 *
 * @param one how the scene's first party fits
 * @param other how its other party fits
 */
record Pairing(Fit one, Fit other) {

  /** The best of all, unless every one names another ship. */
  static Optional<Pairing> best(List<ReportSubject> subjects, Scene scene) {
    return all(subjects, scene)
        .filter(p -> p.one != Fit.OTHER && p.other != Fit.OTHER)
        .min(Comparator.comparing(Pairing::strongest).thenComparing(Pairing::weakest));
  }

  private static Stream<Pairing> all(List<ReportSubject> subjects, Scene scene) {
    if (subjects.size() == 1) {
      ReportSubject only = subjects.get(0);
      return Stream.of(
          new Pairing(Fit.of(only, scene.one()), Fit.OPEN),
          new Pairing(Fit.OPEN, Fit.of(only, scene.other())));
    }
    return IntStream.range(0, subjects.size())
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, subjects.size())
                    .filter(j -> j != i)
                    .mapToObj(j -> pair(subjects.get(i), subjects.get(j), scene)));
  }

  private static Pairing pair(ReportSubject first, ReportSubject second, Scene scene) {
    return new Pairing(Fit.of(first, scene.one()), Fit.of(second, scene.other()));
  }

  Fit strongest() {
    return one.compareTo(other) <= 0 ? one : other;
  }

  Fit weakest() {
    return one.compareTo(other) <= 0 ? other : one;
  }

  /** The keys of the parties by which the report is recognised. */
  List<String> known(Scene scene) {
    Fit least = strongest().identifies() ? Fit.NAME : Fit.CLASS;
    Stream<String> first = one.compareTo(least) <= 0 ? Stream.of(scene.one().key()) : Stream.of();
    Stream<String> second =
        other.compareTo(least) <= 0 ? Stream.of(scene.other().key()) : Stream.of();
    return Stream.concat(first, second).toList();
  }
}
