package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The list of all detectors, the general ones first. */
public final class Detectors {
  private static final List<Detector> ALL =
      List.of(
          new Watchlisted(),
          new Identities(),
          new DraughtChanges(),
          new Encounters(),
          new RendezvousZone(),
          new AisGaps(),
          new Loiterings(),
          new TwinLocations(),
          new DarkRendezvousObserved(),
          new DarkRendezvousGaps(),
          new DoubleDark(),
          new FalseDestination(),
          new StsChains(),
          new DprkTankers(),
          new FerryLines(),
          new CoalLaundering(),
          new TrafficSurges(),
          new EncounterSeries(),
          new Corroboration());

  private Detectors() {}

  /** What they find, each by this one of its opinions. */
  public static List<Finding> findings(Function<Detector, Optional<Finding>> opinion) {
    List<Finding> findings = new ArrayList<>();
    for (Detector detector : ALL) {
      opinion.apply(detector).ifPresent(findings::add);
    }
    return findings;
  }

  /** All detectors; of two signals equally strong the later one gives the alert its type. */
  public static List<Detector> all() {
    return ALL;
  }
}
