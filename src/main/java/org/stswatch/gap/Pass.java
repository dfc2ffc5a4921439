package org.stswatch.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.geo.Geodesy;
import org.stswatch.geo.Waypoint;

/**
 * What one kind of sensor saw near a place at one time, held against those who were heard: what was
 * seen beside a ship that lay slow is a fact, with all ships that may be what was seen. Whether one
 * of them is it hangs on lengths, which only statements tell: the detector says it.
 *
 * <p>Missed: what comes in with an error of more than 500 m, since it lies beside everything; craft
 * shorter than 30 m; places so crowded that more than 50 answers are possible.
 */
final class Pass {
  /** Detections of one kind of sensor less apart are of one pass, s: own choice. */
  static final int PASS_S = 60;

  /** And so far apart at most, metres: farther ones share no ship. Own choice. */
  static final double NEAR_M = 5_000;

  /** Of those the nearest, this one included: own choice. */
  private static final int MOST_SEEN = 12;

  /** More possible answers say nothing of any: own choice, a roadstead. */
  static final int MOST_ANSWERS = 50;

  /** Beside a ship is what is so far off at most, and its error, metres (domain rule E3). */
  static final int BESIDE_M = 500;

  /** Shorter craft are no ships to carry oil, metres (domain rule E3). */
  static final double LEAST_LENGTH_M = 30;

  /** So many hours before and after tell how a ship lay: own choice, a wait of half a day. */
  static final int HOURS_BEFORE = 12;

  static final int HOURS_AFTER = 6;

  private static final Comparator<Detection> PUBLISHED_LAST =
      Comparator.comparing(Detection::getPublishedAt).thenComparing(Detection::getRef);

  private final Detection seen;
  private final List<Detection> all;
  private final List<Wake> wakes;
  private final AreaState area;

  private Pass(Detection seen, AreaState area) {
    this.seen = seen;
    this.area = area;
    this.all = ofOnePass(seen, area.detections());
    int hour = hour(seen);
    this.wakes = Wake.near(seen, area.hours().between(hour - HOURS_BEFORE, hour + HOURS_AFTER));
  }

  /** What was seen, beside whom; by vessel, not closed. All hours around must be known. */
  static Map<String, SeenBeside> beside(Detection seen, AreaState area) {
    return says(seen) ? new Pass(seen, area).beside() : Map.of();
  }

  private static boolean says(Detection seen) {
    return seen.getErrorM() <= BESIDE_M
        && (seen.getLengthM() == null || seen.getLengthM() >= LEAST_LENGTH_M);
  }

  /**
   * The same measured, be it beside this ship or not; nothing where she was not heard near there.
   *
   * @param lateS between being seen and received
   */
  static Optional<Near> near(Detection seen, String vessel, AreaState area, long lateS) {
    Pass pass = new Pass(seen, area);
    return pass.wakes.stream()
        .filter(wake -> wake.vessel().equals(vessel))
        .findFirst()
        .map(wake -> pass.near(wake, lateS));
  }

  private Near near(Wake wake, long lateS) {
    int timeS = (int) seen.getObservedAt().getEpochSecond();
    Waypoint at = wake.lay(timeS).map(Wake.Lay::at).orElseGet(() -> wake.layNearest(timeS));
    OptionalInt offS = wake.offS(timeS);
    return new Near(
        seen,
        lateS,
        counts(),
        wake.slowestS(),
        offS.isPresent() ? (Integer) offS.getAsInt() : null,
        at.metresTo(seen.getLat(), seen.getLon()),
        answers(),
        says(seen)
            && lateS * 1000 <= Lookout.LATEST.toMillis()
            && beside().containsKey(wake.vessel()));
  }

  /** Whether the one may change what the other one is. */
  static boolean isOfOnePass(Detection a, Detection b) {
    return a.getMadeWith() == b.getMadeWith()
        && Math.abs(a.getObservedAt().getEpochSecond() - b.getObservedAt().getEpochSecond())
            <= PASS_S
        && metres(a, b) <= NEAR_M;
  }

  static int hour(Detection d) {
    return (int) Math.floorDiv(d.getObservedAt().getEpochSecond(), 3600L);
  }

  /** Of several versions of one the one published last counts. */
  private static List<Detection> ofOnePass(Detection seen, Collection<Detection> others) {
    Map<String, Detection> byId = new TreeMap<>();
    others.stream()
        .filter(o -> isOfOnePass(seen, o))
        .forEach(o -> byId.merge(o.getDetectionId(), o, BinaryOperator.maxBy(PUBLISHED_LAST)));
    return byId.values().stream()
        .sorted(
            Comparator.comparingLong((Detection o) -> Math.round(metres(seen, o)))
                .thenComparing(o -> !o.getRef().equals(seen.getRef()))
                .thenComparing(Detection::getRef))
        .limit(MOST_SEEN)
        .toList();
  }

  private static double metres(Detection a, Detection b) {
    return Geodesy.distanceM(a.getLat(), a.getLon(), b.getLat(), b.getLon());
  }

  private Map<String, SeenBeside> beside() {
    List<Answer> answers = answers();
    Map<String, SeenBeside> facts = new TreeMap<>();
    if (counts() && answers.size() <= MOST_ANSWERS) {
      for (Wake wake : wakes) {
        beside(wake, answers).ifPresent(fact -> facts.put(wake.vessel(), fact));
      }
    }
    return facts;
  }

  /** Whether it is the version published last, and among the nearest of its pass. */
  private boolean counts() {
    return all.stream().anyMatch(d -> d.getRef().equals(seen.getRef()));
  }

  private Optional<SeenBeside> beside(Wake wake, List<Answer> answers) {
    int timeS = (int) seen.getObservedAt().getEpochSecond();
    return wake.lay(timeS)
        .filter(
            lay -> lay.at().metresTo(seen.getLat(), seen.getLon()) <= BESIDE_M + seen.getErrorM())
        .map(
            lay ->
                new SeenBeside(
                    wake.vessel(),
                    false,
                    false,
                    Detection.newBuilder(seen).setTold(0).build(),
                    lay.at().metresTo(seen.getLat(), seen.getLon()),
                    lay.stop(),
                    lay.contested(),
                    Jumps.around(seen, wake.vessel(), area),
                    answers));
  }

  private List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (Detection d : all) {
      for (Wake wake : wakes) {
        OptionalInt metres = wake.mayBe(d);
        if (metres.isPresent()) {
          answers.add(new Answer(wake.vessel(), d.getRef(), d.getLengthM(), metres.getAsInt()));
        }
      }
    }
    answers.sort(
        Comparator.comparingInt(Answer::getMetres)
            .thenComparing(Answer::getVessel)
            .thenComparing(Answer::getRef));
    return answers;
  }
}
