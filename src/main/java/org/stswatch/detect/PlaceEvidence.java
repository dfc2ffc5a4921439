package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stswatch.event.Encounter;
import org.stswatch.event.Evidence;

/** What the place says: ports, shore, roadsteads. It only ever speaks against. */
public final class PlaceEvidence {
  /**
   * Both drift below, knots: the swing of an anchored ship, not a drift (measured in constructed
   * roadsteads).
   */
  static final double ANCHORED_KN = 0.2;

  /** Median distance above, metres: further than ships alongside (30 to 151 m measured). */
  public static final int ANCHORED_BEYOND_M = 200;

  /**
   * Median count of other ships within 500 m of the more crowded party, partner included: at least
   * one third ship beside the pair (measured: 4 to 7 in roadsteads).
   */
  public static final int ANCHORED_CROWD = 2;

  /**
   * Two ships alongside ({@link Case#ALONGSIDE_M}) for less than this handed nothing over, minutes:
   * a run of contact counts from here on, and oil takes 4 h. One that passes on the way to her
   * anchor is alongside at one grid time or two.
   */
  static final int ALONGSIDE_FROM_MINUTES = 60;

  private PlaceEvidence() {}

  static List<Evidence> of(Case c) {
    List<Evidence> all = new ArrayList<>();
    if (isNearPort(c)) {
      double metres = c.place().portDistanceM();
      String text =
          String.format(Locale.ROOT, "%.1f km from %s.", metres / 1000, c.place().nearestPort());
      all.add(
          Code.NEAR_PORT.speaksAgainst(metres, (double) c.thresholds().portRadiusM(), -1.5, text));
    }
    if (isNearShore(c)) {
      double metres = c.place().shoreDistanceM();
      String text = String.format(Locale.ROOT, "%.1f km from the shore.", metres / 1000);
      all.add(
          Code.NEAR_SHORE.speaksAgainst(
              metres, (double) c.thresholds().shoreRadiusM(), -0.5, text));
    }
    if (areAnchoredNeighbours(c.fact())) {
      double metres = c.fact().getMedianDistanceM();
      String text = "Both lay still, apart, with " + c.fact().getCrowd() + " ships around.";
      all.add(
          Code.ANCHORED_NEIGHBOURS.speaksAgainst(metres, (double) ANCHORED_BEYOND_M, -2.0, text));
    }
    if (areAnchoredApart(c.fact())) {
      all.add(anchoredApart(c));
    }
    return all;
  }

  /**
   * Weighs as much as a transfer's length and speed, two tankers, a link and a zone together: who
   * lay near whom for hours is no news where hulls never touched. Reports and lists count on.
   */
  private static Evidence anchoredApart(Case c) {
    boolean heard = !c.fallsSilent();
    int minutes = alongsideMinutes(c.fact());
    String text = "Both lay still, alongside each other for " + minutes + " min";
    text += heard ? ": two ships at anchor." : "; one fell silent meanwhile.";
    return Code.ANCHORED_APART.speaksAgainst(
        (double) minutes, (double) ALONGSIDE_FROM_MINUTES, heard ? -5.5 : 0.0, text);
  }

  /** Whether the place lies within the port radius. */
  public static boolean isNearPort(Case c) {
    return c.place().portDistanceM() < c.thresholds().portRadiusM();
  }

  /** Whether the place lies within the shore radius of a profile that has one. */
  public static boolean isNearShore(Case c) {
    return c.place().shoreDistanceM() < c.thresholds().shoreRadiusM();
  }

  /** Whether the two look like neighbours at anchor in a roadstead. */
  public static boolean areAnchoredNeighbours(Encounter fact) {
    return lieStillApart(fact) && fact.getCrowd() >= ANCHORED_CROWD;
  }

  /** Whether the two lay at anchor without a third, and not alongside for as long as it takes. */
  private static boolean areAnchoredApart(Encounter fact) {
    return lieStillApart(fact)
        && fact.getCrowd() < ANCHORED_CROWD
        && alongsideMinutes(fact) < ALONGSIDE_FROM_MINUTES;
  }

  /** Without the count it is unknown, and nothing is excused. */
  private static int alongsideMinutes(Encounter fact) {
    Integer minutes = fact.getAlongsideMinutes();
    return minutes == null ? Integer.MAX_VALUE : minutes;
  }

  private static boolean lieStillApart(Encounter fact) {
    return fact.getMedianSpeedKn1() < ANCHORED_KN
        && fact.getMedianSpeedKn2() < ANCHORED_KN
        && fact.getMedianDistanceM() > ANCHORED_BEYOND_M;
  }
}
