package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Answers;
import org.stswatch.detect.Answers.Candidate;
import org.stswatch.event.state.Answer;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.gap.Near;

/** The gates between something that was seen near a ship and a partner of hers on no AIS. */
final class DetectionGates {
  private DetectionGates() {}

  /** Those between being seen and being beside her. */
  static List<Gate> of(Near near) {
    Detection d = near.seen();
    List<Gate> all = new ArrayList<>();
    all.add(
        Gate.atMost(
            "received after it was seen", minutes(near.lateS()), Near.LATEST_S / 60, "min"));
    all.add(Gate.atLeast("version that counts in its pass", near.counts() ? 1 : 0, 1, "versions"));
    all.add(Gate.atMost("error of its place", d.getErrorM(), Near.BESIDE_M, "m"));
    if (d.getLengthM() != null) {
      all.add(Gate.atLeast("length of it", d.getLengthM(), Near.LEAST_LENGTH_M, "m"));
    }
    String slow = "slow at sea around that time, below " + Gate.shown(Near.SLOW_KN) + " kn";
    all.add(Gate.atLeast(slow, near.slowestS() / 60, Near.SLOW_S / 60, "min"));
    Integer offS = near.offS();
    Number off = offS == null ? null : minutes(offS);
    all.add(Gate.atMost("before or after she lay slow so long", off, Near.AROUND_S / 60, "min"));
    int mostM = Near.BESIDE_M + d.getErrorM();
    all.add(Gate.atMost("from where she lay, its error allowed for", near.apartM(), mostM, "m"));
    int answers = near.answers().size();
    all.add(Gate.atMost("answers possible in its pass", answers, Near.MOST_ANSWERS, "answers"));
    if (!near.beside()) {
      for (Answer a : near.answers()) {
        if (a.getRef().equals(d.getRef())) {
          all.add(mayBe(a.getVessel(), a.getMetres(), d));
        }
      }
    }
    return all;
  }

  /** Those between being beside her and being nobody who was heard. */
  static List<Gate> of(SeenBeside seen, List<Candidate> candidates, boolean nobody) {
    List<Gate> all = new ArrayList<>();
    String it = "";
    for (Candidate c : candidates) {
      all.add(mayBe(c.vessel(), c.metres(), seen.getDetection()));
      Number off = offPercent(c);
      if (off != null) {
        String length = c.vessel() + " may be it: length that it states, off by";
        double most = 100 * Answers.LENGTH_WITHIN;
        all.add(Gate.atMost(length, off, most, "%").asContext());
      }
      it = c.isIt() ? ": " + c.vessel() : it;
    }
    String name = "ships on AIS that are it, the nearest first" + it;
    all.add(Gate.atMost(name, nobody ? 0 : 1, 0, "ships").decided(nobody));
    return all;
  }

  /** Within reach it may be farther off, where its fixes are seldom. */
  private static Gate mayBe(String vessel, int metres, Detection d) {
    String name = vessel + " may be it: off its way, or in its reach";
    return Gate.atMost(name, metres, Near.ANSWERS_M + d.getErrorM(), "m").asContext();
  }

  private static @Nullable Number offPercent(Candidate c) {
    Double stated = c.statedM();
    Double measured = c.measuredM();
    return stated == null || measured == null
        ? null
        : (Number) (Math.round(1000 * Math.abs(measured - stated) / stated) / 10.0);
  }

  /** Begun minutes. */
  private static long minutes(long seconds) {
    return -Math.floorDiv(-seconds, 60L);
  }

  /** In a few words, for people. */
  static String word(Near near) {
    Detection d = near.seen();
    return d.getDetectionId() + ", seen by " + d.getMadeWith() + " at " + d.getObservedAt();
  }

  /** For machines. */
  static ObjectNode json(Near near) {
    ObjectNode json = RecordJson.MAPPER.createObjectNode();
    json.put("detectionId", near.seen().getDetectionId());
    json.put("observedAt", near.seen().getObservedAt().toString());
    of(near).forEach(gate -> json.withArray("gates").add(gate.json()));
    return json;
  }
}
