package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stswatch.event.Evidence;
import org.stswatch.vessel.ShipType;

/** What is known of the one ship of a case. */
final class VesselEvidence {
  private VesselEvidence() {}

  /** The same with the fixes that bound the fact. */
  static List<Evidence> withRefs(List<Evidence> all, List<String> refs) {
    return all.stream()
        .map(e -> Evidence.newBuilder(e).setInputRefs(refs).build())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  static List<Evidence> of(VesselCase c) {
    List<Evidence> all = new ArrayList<>();
    if (c.ship().type() == ShipType.TANKER) {
      all.add(Code.TANKERS.speaksFor(1.0, null, 0.5, "It declares tanker."));
    }
    PartyEvidence.lastPorts(List.of(c.ship())).ifPresent(all::add);
    c.ship()
        .dprkLink()
        .ifPresent(
            why ->
                all.add(
                    Code.DPRK_LINKED.speaksFor(
                        1.0,
                        null,
                        2.0,
                        "Linked to the DPRK: "
                            + c.ship().label()
                            + " ("
                            + why
                            + "). Neither flag nor listing is involvement.")));
    ListEvidence.listed(List.of(c.ship())).ifPresent(all::add);
    all.addAll(ListEvidence.context(List.of(c.ship())));
    return all;
  }
}
