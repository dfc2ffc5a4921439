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
record Answers(
    Optional<String> measured,
    Optional<String> placed,
    @Nullable Double placedLengthM,
    @Nullable Double seenLengthM,
    boolean ownToo) {
  /** Lengths agree within, as a share of the stated one (domain rule E15 h). */
  static final double LENGTH_WITHIN = 0.25;

  static Answers of(SeenBeside seen, VesselCase c) {
    Map<String, Double> lengths = lengths(seen, c);
    String ref = seen.getDetection().getRef();
    List<Answer> fitting =
        seen.getAnswers().stream()
            .filter(a -> agree(lengths.get(a.getVessel()), a.getLengthM()))
            .toList();
    Map<String, String> measured = assigned(fitting);
    String placed = assigned(seen.getAnswers()).get(ref);
    boolean ownToo =
        measured.entrySet().stream()
            .anyMatch(e -> e.getValue().equals(c.ship().key()) && !e.getKey().equals(ref));
    return new Answers(
        Optional.ofNullable(measured.get(ref)),
        Optional.ofNullable(placed),
        placed == null ? null : lengths.get(placed),
        seen.getDetection().getLengthM(),
        ownToo);
  }

  private static Map<String, String> assigned(List<Answer> answers) {
    return NearestFirst.of(
        answers.stream().map(a -> new Chance(a.getVessel(), a.getRef(), a.getMetres())).toList());
  }

  /** What each of them states; nothing of those that state none. */
  private static Map<String, Double> lengths(SeenBeside seen, VesselCase c) {
    Map<String, Double> lengths = new TreeMap<>();
    for (Answer a : seen.getAnswers()) {
      String vessel = a.getVessel();
      Double stated =
          vessel.equals(c.ship().key())
              ? c.ship().lengthM()
              : Stated.lengthM(c.claims().statedOf(vessel));
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
