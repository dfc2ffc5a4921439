package org.stswatch.detect;

import java.util.List;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.event.state.DarkKind;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.report.Testimony;

/**
 * What a detector judges: two ships that could have met out of sight, and what was known beside it.
 *
 * @param fact what was possible
 * @param ship1 its vessel1
 * @param ship2 its vessel2
 * @param place where the visible one lay, or where both could have been
 * @param stsBanInForce whether the UN ban of ship-to-ship transfers was in force that day
 * @param claims what was claimed beside it
 * @param testimony what reports among them say of it
 */
public record DarkCase(
    DarkMeeting fact,
    Ship ship1,
    Ship ship2,
    Place place,
    boolean stsBanInForce,
    Claims claims,
    Testimony testimony) {

  public boolean areBothSilent() {
    return fact.getKind() == DarkKind.BOTH_SILENT;
  }

  public List<Ship> ships() {
    return List.of(ship1, ship2);
  }

  /** Whether it was silent then. */
  public boolean isSilent(Ship ship) {
    return fact.getGaps().stream().anyMatch(g -> g.getVessel().equals(ship.key()));
  }

  /** Ways in which the silences and stops there could be explained, this one included. */
  public int possible() {
    return fact.getSilentShips() * fact.getPartners();
  }

  /**
   * Another ship that lies less than half as far again is as likely a partner: own choice, tried on
   * constructed data.
   */
  public static final double STANDS_OUT = 1.5;

  /** A reach that is not wide has at most this half axis, metres. */
  public static final int NARROW_M = DarkEvidence.NARROW_M;

  /** In a wide one there has to be time for a transfer of oil, minutes. */
  public static final int TRANSFER_MINUTES = ContactEvidence.TRANSFER_MIN_MINUTES;

  /**
   * Whether another meeting is as likely, where the silent one can have been anywhere: another ship
   * lay about as near, or there was no time for a transfer of oil.
   */
  public boolean isUnlikely() {
    return isWide(fact) && (!standsOut(fact) || DarkEvidence.dwellMinutes(this) < TRANSFER_MINUTES);
  }

  /** Whether one was silent that can have been anywhere. */
  public static boolean isWide(DarkMeeting fact) {
    return fact.getKind() != DarkKind.BOTH_SILENT && fact.getSemiMinorM() > NARROW_M;
  }

  /** Whether no other ship lay about as near. */
  public static boolean standsOut(DarkMeeting fact) {
    Integer othersM = fact.getOthersM();
    return othersM == null || othersM >= STANDS_OUT * fact.getNearestM();
  }

  /** Whether somebody else says so as well. */
  public boolean isReported() {
    return testimony.originators().size() > 1;
  }

  /** Whether a party is linked to the mission: to the DPRK, or to a port of fuel or coal. */
  public boolean isLinkedToMission() {
    return ships().stream().anyMatch(s -> s.missionLink().isPresent());
  }

  /** Whether a silence began on leaving the area in which ships are heard. */
  public boolean leavesCoverage() {
    return fact.getGaps().stream().anyMatch(g -> g.getReception() == Reception.OUT_OF_COVERAGE);
  }

  /** Whether others were heard where a silence began. */
  public static boolean isWitnessed(Gap gap) {
    return gap.getReception() == Reception.HEARD || gap.getReception() == Reception.NO_BASELINE;
  }
}
