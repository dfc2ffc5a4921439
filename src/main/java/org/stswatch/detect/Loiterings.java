package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stswatch.event.Evidence;
import org.stswatch.event.state.Loitering;

/**
 * A vessel drifts for hours far from port (E6), as one does that waits for a partner which is not
 * on AIS. Most that drift wait for orders, fish, or repair: alone it is weak.
 *
 * <p>Hourly mean below 2 kn for at least 4 h (GlobalFishingWatch/pipe-loitering, Starboard), strong
 * from 8 h (Miller et al. 2018); at least 20 NM from the shore (pipe-loitering) or in waters of
 * reported transfers.
 *
 * <p>Reports of a transfer of this ship there and then count as for a silence (decision 0021).
 *
 * <p>Missed: drifting near the shore outside such waters. Taken wrongly: lawful waiting; anchoring
 * in roadsteads that the pack does not know, which is why lying still speaks against.
 */
final class Loiterings implements Detector {
  /** Strong, minutes: Miller et al. 2018. */
  static final int LONG_MINUTES = 480;

  /** Below this it lies at anchor rather than drifts, knots: the swing of an anchored ship. */
  static final double ANCHORED_KN = 0.2;

  @Override
  public String name() {
    return "loiterings";
  }

  @Override
  public String type() {
    return "LOITERING";
  }

  @Override
  public String summary() {
    return "A vessel drifts for hours far from port.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Drifting within 20 NM of the shore outside waters of reported transfers.",
        "Lawful waiting, fishing and repairs look the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "GlobalFishingWatch/pipe-loitering (hourly mean below 2 kn, 20 NM from shore)",
        "Starboard help pages (below 2 kn for 4 h)",
        "Miller et al. 2018, doi 10.3389/fmars.2018.00240 (8 h)");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    return c.loitering().map(loitering -> new Finding(type(), evidence(c, loitering)));
  }

  private static List<Evidence> evidence(VesselCase c, Loitering loitering) {
    List<Evidence> all = new ArrayList<>();
    long minutes = c.length().toMinutes();
    String text =
        String.format(
            Locale.ROOT,
            "Made %.2f kn on average for %d h %d min, within %.1f km.",
            loitering.getSpeedKn(),
            minutes / 60,
            minutes % 60,
            loitering.getExtentM() / 1000.0);
    all.add(
        Code.DRIFTING.speaksFor(
            (double) minutes, 240.0, minutes >= LONG_MINUTES ? 0.75 : 0.5, text));
    if (loitering.getSpeedKn() < ANCHORED_KN) {
      all.add(
          Code.LIES_STILL.speaksAgainst(
              loitering.getSpeedKn(), ANCHORED_KN, -1.5, "It lay still, as at anchor."));
    }
    PartyEvidence.fishes(List.of(c.ship())).ifPresent(all::add);
    all.addAll(VesselEvidence.of(c));
    List<Evidence> told = VesselEvidence.withRefs(all, loitering.getInputRefs());
    told.addAll(ReportEvidence.of(c.testimony()));
    return told;
  }
}
