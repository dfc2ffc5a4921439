package org.stswatch.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.vessel.NearestFirst;
import org.stswatch.vessel.NearestFirst.Chance;

/**
 * Which ship on AIS is what was seen, of all that may be it.
 *
 * @param measured the one whose stated length agrees, if there is one
 * @param placed the one that is there whatever her length, if there is one
 * @param placedLengthM what she states, metres
 * @param seenLengthM what was measured, metres
 * @param ownToo whether the ship that lay slow was seen as well
 */
public record Answers(
    Optional<String> measured,
    Optional<String> placed,
    @Nullable Double placedLengthM,
    @Nullable Double seenLengthM,
    boolean ownToo) {
  /** Lengths agree within, as a share of the stated one (domain rule E15 h). */
  public static final double LENGTH_WITHIN = 0.25;

  /**
   * A ship on AIS that may be what was seen.
   *
   * @param metres from where she would have been on the straight way
   * @param statedM length that she states
   * @param measuredM length as it was measured
   * @param isIt whether she is it, the lengths of all considered
   */
  public record Candidate(
      String vessel,
      int metres,
      @Nullable Double statedM,
      @Nullable Double measuredM,
      boolean isIt) {}

  /**
   * Each of those that may be it, the nearest first.
   *
   * @param ownM length of the ship that lay slow, metres
   */
  public static List<Candidate> candidates(SeenBeside seen, @Nullable Double ownM, Claims claims) {
    Map<String, Double> lengths = lengths(seen, ownM, claims);
    String ref = seen.getDetection().getRef();
    String it = measured(seen, lengths).get(ref);
    return seen.getAnswers().stream()
        .filter(a -> a.getRef().equals(ref))
        .map(
            a ->
                new Candidate(
                    a.getVessel(),
                    a.getMetres(),
                    lengths.get(a.getVessel()),
                    a.getLengthM(),
                    a.getVessel().equals(it)))
        .toList();
  }

  static Answers of(SeenBeside seen, Ship ship, Claims claims) {
    Map<String, Double> lengths = lengths(seen, ship.lengthM(), claims);
    String ref = seen.getDetection().getRef();
    Map<String, String> measured = measured(seen, lengths);
    String placed = assigned(seen.getAnswers()).get(ref);
    boolean ownToo =
        measured.entrySet().stream()
            .anyMatch(e -> e.getValue().equals(ship.key()) && !e.getKey().equals(ref));
    return new Answers(
        Optional.ofNullable(measured.get(ref)),
        Optional.ofNullable(placed),
        placed == null ? null : lengths.get(placed),
        seen.getDetection().getLengthM(),
        ownToo);
  }

  /** Who is what, of those whose length agrees. */
  private static Map<String, String> measured(SeenBeside seen, Map<String, Double> lengths) {
    return assigned(
        seen.getAnswers().stream()
            .filter(a -> agree(lengths.get(a.getVessel()), a.getLengthM()))
            .toList());
  }

  private static Map<String, String> assigned(List<Answer> answers) {
    return NearestFirst.of(
        answers.stream().map(a -> new Chance(a.getVessel(), a.getRef(), a.getMetres())).toList());
  }

  /** What each of them states; nothing of those that state none. */
  private static Map<String, Double> lengths(
      SeenBeside seen, @Nullable Double ownM, Claims claims) {
    Map<String, Double> lengths = new TreeMap<>();
    for (Answer a : seen.getAnswers()) {
      String vessel = a.getVessel();
      Double stated =
          vessel.equals(seen.getVessel()) ? ownM : Stated.lengthM(claims.statedOf(vessel));
      if (stated != null && stated > 0) {
        lengths.put(vessel, stated);
      }
    }
    return lengths;
  }

  private static boolean agree(@Nullable Double stated, @Nullable Double measured) {
    return stated == null
        || measured == null
        || Math.abs(measured - stated) <= LENGTH_WITHIN * stated;
  }
}
