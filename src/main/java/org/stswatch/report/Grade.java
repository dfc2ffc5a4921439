package org.stswatch.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselReport;

/**
 * The Admiralty grade of a report (NATO AJP-2.1): reliability of the source A to F, credibility of
 * what it says 1 to 6. A report without a grade counts; who wants it weighed grades it.
 */
public final class Grade {
  /** Reliability that still carries: "fairly reliable" (E18 in the plan: not below C). */
  static final char LEAST_RELIABILITY = 'C';

  /** Credibility that still carries: "possibly true" (E18 in the plan: not above 3). */
  static final int LEAST_CREDIBILITY = 3;

  /** Credibility of what was verified: "probably true", confirmed in part by other sources. */
  public static final int VERIFIED = 2;

  private Grade() {}

  /** Whether a grade is given that is too low to count, or that can't be read. */
  public static boolean isPoor(VesselReport report) {
    String reliability = reliability(report);
    Integer credibility = report.getCredibility();
    boolean weak =
        reliability != null
            && (reliability.length() != 1
                || reliability.charAt(0) < 'A'
                || reliability.charAt(0) > LEAST_RELIABILITY);
    return weak || credibility != null && (credibility < 1 || credibility > LEAST_CREDIBILITY);
  }

  /** Whether what it says is graded probably true or confirmed. */
  public static boolean isVerified(VesselReport report) {
    Integer credibility = report.getCredibility();
    return credibility != null && credibility >= 1 && credibility <= VERIFIED;
  }

  /** Such as B2, B or ungraded. */
  public static String shown(VesselReport report) {
    String reliability = reliability(report);
    Integer credibility = report.getCredibility();
    if (reliability == null && credibility == null) {
      return "ungraded";
    }
    return (reliability == null ? "-" : reliability) + (credibility == null ? "-" : credibility);
  }

  private static @Nullable String reliability(VesselReport report) {
    String text = report.getReliability();
    return text == null || text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
  }
}
