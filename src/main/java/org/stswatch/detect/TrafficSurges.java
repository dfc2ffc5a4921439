package org.stswatch.detect;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.vessel.ShipType;

/**
 * Traffic from the DPRK to a port of the Russian Far East rises or falls (E12). The Washington Post
 * wrote of a spike of tanker traffic with Vladivostok since the spring of 2017 (11 September 2017);
 * Argus counted 14 calls of DPRK tankers there in March 2017 and 6 in June. Coal went to Kholmsk in
 * August and September. Both can be told only against what was usual, and against who is heard.
 *
 * <p>Calls that ended in the last 4 weeks, every Monday, against the median of the 6 blocks of 4
 * weeks before, at least 1: a SURGE or a DROP where the Poisson tail is below 0.01 and the change
 * at least 3 (domain rule E12, section 9: 14 to 6 is none, with 0.014; 14 to 1 is a drop; 4 to 14 a
 * surge). Without six blocks the port is LEARNING and nothing is said. At least 3 other ships must
 * have left the port in the 4 weeks, and in the median block (as the gap detector asks for 3
 * witnesses). Where fewer others are heard than before, a drop is held against as much less; below
 * half of them (own choice) it is VOID. Four weeks are judged when somebody left the port after
 * them, so that the end of the data is no drop.
 *
 * <p>A ship comes from the DPRK by her last port within 30 days, or, where none is known, by MID
 * 445: few hear the ports of the DPRK. Classes tanker and cargo, as stated; Argus counted the same
 * ships.
 *
 * <p>Missed: changes in the first 28 weeks; ships that state no type; slow changes. Taken wrongly:
 * seasons.
 */
public final class TrafficSurges implements Detector {
  static final String TYPE = "TRAFFIC_SURGE";

  /** Blocks before the four weeks (domain rule E12, section 9). */
  public static final int BLOCKS = 6;

  /** Largest tail of the Poisson distribution (domain rule E12). */
  static final double MOST_P = 0.01;

  /** Least change, calls in four weeks (domain rule E12). */
  static final double LEAST_CHANGE = 3;

  /** Others that have to be heard, ships in four weeks: as many as witnesses of a gap. */
  static final int LEAST_OTHERS = 3;

  /** Share of the others heard before, below which a drop means nothing: own choice. */
  static final double VOID_BELOW = 0.5;

  @Override
  public String name() {
    return "traffic-surges";
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String summary() {
    return "Traffic from the DPRK to a port of the Russian Far East rises or falls.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Changes in the first 28 weeks of data: the port is LEARNING.",
        "Ships that state no type; those that nobody hears.",
        "Changes so slow that the base line follows, and seasons, which look the same.",
        "Ports where fewer than three other ships are heard in four weeks.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Washington Post, 11 September 2017 (press copies): more tankers since spring",
        "Argus data on calls at Vladivostok, March to August 2017 (press copy)",
        "own rule E12: Poisson tail against the median of six blocks");
  }

  /** How probable so many or more, or so few or fewer, are where so many are expected. */
  static double tail(int calls, double expected) {
    boolean more = calls > expected;
    double sum = 0;
    double term = Math.exp(-expected);
    for (int k = 0; k < (more ? calls : calls + 1); k++) {
      sum += term;
      term *= expected / (k + 1);
    }
    double tail = more ? 1 - sum : sum;
    return Math.round(Math.max(0, tail) * 1e6) / 1e6;
  }

  /** How far the calls are from what was usual, calls in four weeks. */
  public static double change(int calls, List<Integer> before) {
    return Math.abs(calls - usual(before));
  }

  /** Whether that is enough to ask who was heard. */
  public static boolean isLarge(int calls, List<Integer> before) {
    return change(calls, before) >= LEAST_CHANGE;
  }

  private static double usual(List<Integer> before) {
    return Math.max(median(before), 1);
  }

  @Override
  public Optional<Finding> judge(Traffic t) {
    double others = median(t.othersBefore());
    if (t.before().size() < BLOCKS || t.others() < LEAST_OTHERS || others < LEAST_OTHERS) {
      return Optional.empty();
    }
    double heard = Math.min(1, Math.round(t.others() / others * 1000) / 1000.0);
    boolean surge = t.calls() > usual(t.before());
    double expected = surge ? usual(t.before()) : usual(t.before()) * heard;
    double p = tail(t.calls(), expected);
    boolean isVoid = !surge && heard < VOID_BELOW;
    if (isVoid || p >= MOST_P || Math.abs(t.calls() - expected) < LEAST_CHANGE) {
      return Optional.empty();
    }
    return Optional.of(new Finding(TYPE, evidence(t, surge, expected, p), title(t, surge), null));
  }

  private static List<Evidence> evidence(Traffic t, boolean surge, double expected, double p) {
    List<Evidence> all = new ArrayList<>();
    String text =
        String.format(
            Locale.ROOT,
            "%d calls in the four weeks to %s; in the blocks before, the last first: %s;"
                + " %.2f expected, P = %.6f.",
            t.calls(),
            t.end().atOffset(ZoneOffset.UTC).toLocalDate(),
            String.join(", ", t.before().stream().map(String::valueOf).toList()),
            expected,
            p);
    Code code = surge ? Code.SURGE : Code.DROP;
    Evidence counted =
        code.speaksFor(
            (double) t.calls(), Math.round(expected * 100) / 100.0, surge ? 1.5 : 1.0, text);
    all.add(VesselEvidence.withRefs(List.of(counted), t.refs()).get(0));
    all.add(
        Code.OTHERS_HEARD.speaksFor(
            (double) t.others(),
            median(t.othersBefore()),
            0.0,
            "Other ships that left the port meanwhile; in the median block before as many as the"
                + " threshold."));
    if (t.byFlag() > 0) {
      all.add(
          Code.ORIGIN_BY_FLAG.speaksAgainst(
              (double) t.byFlag(),
              null,
              0.0,
              "Of these calls so many are from the DPRK by MMSI alone: no last port was heard."));
    }
    return all;
  }

  private static String title(Traffic t, boolean surge) {
    return "Calls of "
        + (t.type() == ShipType.TANKER ? "tankers" : "cargo ships")
        + " from the DPRK at "
        + t.port().name()
        + (surge ? " rose" : " fell")
        + ": "
        + t.calls()
        + " in four weeks"
        + ": pattern consistent with a change of trade";
  }

  private static double median(List<Integer> values) {
    List<Integer> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return 0;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
