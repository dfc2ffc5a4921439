package org.stswatch.detect;

import java.util.List;

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

  /** All detectors; of two signals equally strong the later one gives the alert its type. */
  public static List<Detector> all() {
    return ALL;
  }
}
