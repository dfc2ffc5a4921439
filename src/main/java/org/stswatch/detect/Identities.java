package org.stswatch.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stswatch.event.Evidence;

/**
 * A party is not who it says it is, or not the same as before (E15): an IMO number that cannot be
 * one, particulars that change around the event, a flag that is not that of the MMSI, a tanker
 * without an IMO number, an IMO number that another MMSI states meanwhile, and two ships that leave
 * a meeting under each other's identity. DPRK tankers were seen under painted-over names and
 * borrowed numbers (OFAC advisories of 2018 and 2019; "Black Gold", C4ADS and RUSI).
 *
 * <p>Static data are trusted from the second equal receipt on, or when a register states them:
 * thresholds and sources stand in {@link IdentityEvidence}. A key that two ships share (contested)
 * changes its particulars with every message, so changes then weigh nothing.
 *
 * <p>Missed: an identity borrowed before the first statement, and all that is never stated. Taken
 * wrongly: lawful renaming and reflagging, which is why changes of flag weigh nothing for 30 days.
 */
final class Identities implements Detector {
  @Override
  public String name() {
    return "identities";
  }

  @Override
  public String type() {
    return "IDENTITY";
  }

  @Override
  public String summary() {
    return "A party's stated identity cannot be right, or changes around the event.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Identities borrowed long before, and what is stated only once.",
        "Lawful renaming and reflagging look the same at first.",
        "One IMO number on two MMSIs where the other one states it only once, or at another time.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "IMO resolution A.1117(30): check digit of the ship identification number",
        "ITU-R M.585: maritime identification digits",
        "OFAC advisories on DPRK shipping practices (2018, 2019, 2020)",
        "RadianceFleet handshake detector (swap within 1 NM and 1 h)");
  }

  @Override
  public Optional<Finding> judge(Case c) {
    Instant start = c.fact().getStart();
    Instant end = c.fact().getEnd();
    List<Evidence> all = new ArrayList<>();
    boolean shared = c.fact().getContested();
    IdentityEvidence first = new IdentityEvidence(c.ship1(), c.claims(), start, end);
    IdentityEvidence second = new IdentityEvidence(c.ship2(), c.claims(), start, end);
    all.addAll(IdentityEvidence.joined(first.of(shared), second.of(shared)));
    Set<String> parties = Set.of(c.ship1().key(), c.ship2().key());
    first
        .sharedNumber(c.claims(), end, parties, shared)
        .or(() -> second.sharedNumber(c.claims(), end, parties, shared))
        .ifPresent(all::add);
    IdentityEvidence.swap(first, second).ifPresent(all::add);
    return finding(all);
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    boolean shared = c.twins().isPresent();
    IdentityEvidence own = new IdentityEvidence(c.ship(), c.claims(), c.start(), c.end());
    List<Evidence> all = new ArrayList<>(own.of(shared));
    // a silence that goes on shows no life after its start
    Instant heard = c.gap().filter(g -> g.getEnd() == null).isPresent() ? c.start() : c.end();
    own.sharedNumber(c.claims(), heard, Set.of(c.ship().key()), shared).ifPresent(all::add);
    return finding(all);
  }

  private Optional<Finding> finding(List<Evidence> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(new Finding(type(), all));
  }
}
