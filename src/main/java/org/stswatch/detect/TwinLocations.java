package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.state.TwinLocation;

/**
 * One MMSI in two places at once (E15 c): at least three fixes of each of two tracks contradict
 * each other over at least 30 minutes, since one ship would have needed more than 50 kn from one to
 * the next. Eleven ships and more sailed under identities made for others (C4ADS, "Unmasked",
 * 2021); far more share a number by a typing error, or because a set was sold with it (Global
 * Fishing Watch's segmenter exists for that).
 *
 * <p>An identity matter and weak by itself: INFO. Which of the two is the ship that the number
 * belongs to is not known, so what hangs on the number alone (MID 445) weighs nothing here; LOW
 * where one that uses it is listed, or linked to the DPRK by more than the number. Never higher.
 *
 * <p>Missed: ships near each other, ships that take turns, ships heard too seldom. Taken wrongly:
 * positions that a jammed receiver gives again and again, unless others jump as well ({@link
 * Jamming}).
 */
final class TwinLocations implements Detector {
  @Override
  public String name() {
    return "twin-locations";
  }

  @Override
  public String type() {
    return "TWIN_LOCATION";
  }

  @Override
  public String summary() {
    return "One MMSI is in use in two places at once.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Ships that share a number near each other, in turn, or heard too seldom to tell.",
        "A number shared by carelessness looks the same.",
        "Which of the two is the ship that the number belongs to.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "C4ADS, Unmasked, 2021: vessel identity laundering (press copies)",
        "GlobalFishingWatch/pipe-segment: one MMSI may be in use by several ships",
        "RadianceFleet and TankerTrackers: twin location as identity manipulation");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    return c.twins().map(twins -> new Finding(type(), evidence(c, twins), title(c, twins), null));
  }

  private static String title(VesselCase c, TwinLocation twins) {
    return c.ship().label()
        + " was at two places at once, up to "
        + twins.getApartM() / 1000
        + " km apart, for "
        + c.length().toHours()
        + " h "
        + c.length().toMinutesPart()
        + " min: pattern consistent with one MMSI in use by two ships";
  }

  private static List<Evidence> evidence(VesselCase c, TwinLocation twins) {
    List<Evidence> all = new ArrayList<>();
    String text =
        String.format(
            Locale.ROOT,
            "%d fixes contradict each other, up to %.1f km apart: at %.3f,%.3f and at %.3f,%.3f.",
            twins.getFixes(),
            twins.getApartM() / 1000.0,
            twins.getLat1(),
            twins.getLon1(),
            twins.getLat2(),
            twins.getLon2());
    all.add(Code.TWO_PLACES.speaksFor(twins.getNeededKn(), 50.0, 0.5, text));
    Jamming.of(twins.getJumpers()).ifPresent(all::add);
    c.ship().dprkLink().ifPresent(why -> all.add(linked(c.ship(), why)));
    ListEvidence.listed(List.of(c.ship())).ifPresent(all::add);
    all.addAll(ListEvidence.context(List.of(c.ship())));
    return VesselEvidence.withRefs(all, twins.getInputRefs());
  }

  private static Evidence linked(Ship ship, String why) {
    String text = "Linked to the DPRK: " + ship.label() + " (" + why + ").";
    boolean byNumber = !ship.isRegisteredInDprk() && ship.hasDprkNumber();
    return byNumber
        ? Code.DPRK_LINKED.speaksFor(1.0, null, 0.0, text + " Two ships use that number.")
        : Code.DPRK_LINKED.speaksFor(
            1.0, null, 0.5, text + " Neither flag nor listing is involvement.");
  }
}
