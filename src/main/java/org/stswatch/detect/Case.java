package org.stswatch.detect;

import org.stswatch.event.Encounter;
import org.stswatch.event.SilentParty;
import org.stswatch.report.Testimony;

/**
 * What a detector judges: a fact about two ships and what was known beside it.
 *
 * @param fact the encounter
 * @param ship1 its vessel1
 * @param ship2 its vessel2
 * @param place where
 * @param thresholds the profile's
 * @param stsBanInForce whether the UN ban of ship-to-ship transfers was in force that day
 * @param claims what was claimed beside it
 * @param testimony what reports among them say of it
 */
public record Case(
    Encounter fact,
    Ship ship1,
    Ship ship2,
    Place place,
    Thresholds thresholds,
    boolean stsBanInForce,
    Claims claims,
    Testimony testimony) {

  /**
   * Largest median distance of ships alongside, metres: constructed meetings lie at 30 to 151 m,
   * anchored neighbours at 330 m and more.
   */
  public static final int ALONGSIDE_M = 150;

  /**
   * Silence within a meeting that is a gap, minutes: naive gaps are 6 h and more (Global Fishing
   * Watch). Shorter holes are the cadence of ships that only satellites hear.
   */
  public static final int GAP_MINUTES = 360;

  /** Whether the two lay alongside each other. */
  public boolean isAlongside() {
    return isAlongside(fact);
  }

  /** Whether the two ships of an encounter did. */
  public static boolean isAlongside(Encounter fact) {
    return fact.getMedianDistanceM() <= ALONGSIDE_M;
  }

  /** How many of the two are linked to the DPRK. */
  public int dprkLinked() {
    return (ship1.dprkLink().isPresent() ? 1 : 0) + (ship2.dprkLink().isPresent() ? 1 : 0);
  }

  /** Whether a party is linked to the mission: to the DPRK, or to a port of fuel or coal. */
  public boolean isLinkedToMission() {
    return ship1.missionLink().isPresent() || ship2.missionLink().isPresent();
  }

  /** How many of the two are linked to the DPRK, or were listed on that day. */
  public int linkedOrListed() {
    return (ship1.isLinkedOrListed() ? 1 : 0) + (ship2.isLinkedOrListed() ? 1 : 0);
  }

  /**
   * Alongside, one linked to the DPRK or listed on that day and the other neither: no exclusion may
   * suppress it.
   */
  public boolean isAlongsideAcrossTheLink() {
    return isAlongside() && linkedOrListed() == 1;
  }

  /**
   * Whether one party was silent for so long that it is a gap whatever its cadence. Both silent is
   * the receiver's silence as likely as theirs.
   */
  boolean fallsSilent() {
    return fact.getSilentParty() == SilentParty.ONE && fact.getSilentMinutes() >= GAP_MINUTES;
  }

  /** Alongside, and one party falls silent: no exclusion may suppress it either. */
  public boolean fallsSilentAlongside() {
    return isAlongside() && fallsSilent();
  }
}
