package org.stswatch.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Code;
import org.stswatch.detect.Family;
import org.stswatch.event.Evidence;
import org.stswatch.event.Severity;

/**
 * Evidence added up: log-odds by hand-set weights, not a probability, calibrated on constructed
 * data only. What speaks for in one {@link Family} is capped, and the excess is evidence of its
 * own, so that the weights printed always add up to the score.
 *
 * @param total the sum, log-odds
 * @param evidence all evidence, in the order of the codes
 */
public record Score(double total, List<Evidence> evidence) {
  /** Score from which an alert is LOW: a bare meeting of two hours far from port has 1.5. */
  public static final double LOW = 1.0;

  /** From which it is MEDIUM: alongside as well. */
  public static final double MEDIUM = 2.5;

  /** From which it is HIGH: alongside, as long as a transfer takes, and two tankers. */
  public static final double HIGH = 4.0;

  /** From which it is CRITICAL: with a link to the DPRK as well. */
  public static final double CRITICAL = 5.5;

  public Score {
    evidence = List.copyOf(evidence);
  }

  /** Adds up evidence, each code at most once. */
  public static Score of(Collection<Evidence> evidence) {
    List<Evidence> all = new ArrayList<>(evidence);
    Map<Family, Double> sums = speaksForByFamily(evidence);
    sums.forEach((family, sum) -> takeOffExcess(family, sum, family.cap, all));
    sums.forEach((family, sum) -> takeOffExcess(family, sum, mostOfScore(family, sum, all), all));
    all.sort(Comparator.comparing(Score::code).thenComparing(Evidence::getText));
    double total = all.stream().mapToDouble(Evidence::getWeight).sum();
    return new Score(Math.round(total * 100) / 100.0, all);
  }

  /** The band of the score, lowered to the lowest limit that its evidence carries. */
  public Severity severity() {
    Severity severity = band(total);
    for (Evidence e : evidence) {
      severity = lower(severity, code(e).atMost);
    }
    return severity;
  }

  /** The score from which an alert has this severity; of INFO none. */
  public static double from(Severity severity) {
    return switch (severity) {
      case CRITICAL -> CRITICAL;
      case HIGH -> HIGH;
      case MEDIUM -> MEDIUM;
      case LOW -> LOW;
      case INFO, UNKNOWN -> Double.NEGATIVE_INFINITY;
    };
  }

  private static Severity band(double score) {
    if (score >= CRITICAL) {
      return Severity.CRITICAL;
    }
    if (score >= HIGH) {
      return Severity.HIGH;
    }
    if (score >= MEDIUM) {
      return Severity.MEDIUM;
    }
    return score >= LOW ? Severity.LOW : Severity.INFO;
  }

  private static Severity lower(Severity severity, @Nullable Severity limit) {
    return limit != null && limit.compareTo(severity) < 0 ? limit : severity;
  }

  private static Map<Family, Double> speaksForByFamily(Collection<Evidence> evidence) {
    Map<Family, Double> sums = new TreeMap<>();
    for (Evidence e : evidence) {
      if (e.getWeight() > 0) {
        sums.merge(code(e).family, e.getWeight(), Double::sum);
      }
    }
    return sums;
  }

  /** What a family may be of the whole, where all the rest is known. */
  private static double mostOfScore(Family family, double sum, List<Evidence> all) {
    if (family.mostOfScore == 1.0) {
      return Double.POSITIVE_INFINITY;
    }
    double rest = all.stream().mapToDouble(Evidence::getWeight).sum() - sum;
    double most = Math.max(rest, 0) * family.mostOfScore / (1 - family.mostOfScore);
    return Math.floor(most * 100) / 100;
  }

  private static void takeOffExcess(Family family, double sum, double cap, List<Evidence> all) {
    if (sum > cap) {
      String text = family + " adds at most " + cap + "; " + sum + " counted.";
      all.add(Code.FAMILY_CAP.speaksAgainst(null, null, cap - sum, text));
    }
  }

  private static Code code(Evidence e) {
    return Code.valueOf(e.getCode());
  }
}
