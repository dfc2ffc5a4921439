package org.stswatch.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.Reception;
import org.stswatch.event.SilentParty;
import org.stswatch.event.SubjectKind;

/** What really happened in all the runs, so that they can't pass on emptiness. */
final class Tally {
  int runs;
  int standing;
  int facts;
  int retracted;
  int superseded;
  int retractedFacts;
  int bridgedByOne;
  int bridgedByBoth;
  int contested;
  int pastMidnight;
  int onAntimeridian;
  int nearPort;
  int crowded;
  int changedAfterClosed;
  int ofOneVessel;
  int gaps;
  int gapsHeard;
  int gapsVoid;
  int calls;
  int twins;
  int seen;
  int seenCorroborated;
  int seenDenied;
  int seenDoubtful;
  int numbersShared;
  int oneSilent;
  int bothSilent;
  int corroborated;
  int cleared;
  int denied;
  int doubtful;
  int undone;
  int revived;
  int late;
  int listed;
  int mostFixes;
  int falseDestinations;
  int chains;

  /** Of all signals of standing alerts. */
  final Set<String> types = new TreeSet<>();

  synchronized void add(SeededRun run, Outcome found) {
    runs++;
    mostFixes = Math.max(mostFixes, run.world.sightings().size());
    standing += found.standingAlerts().size();
    List<Encounter> encounters = found.standingEncounters();
    facts += encounters.size();
    for (Alert a : found.alerts()) {
      retracted += a.getStatus() == AlertStatus.RETRACTED ? 1 : 0;
      superseded += a.getSupersededBy() != null ? 1 : 0;
    }
    for (Encounter e : found.encounters()) {
      retractedFacts += e.getStatus() == FactStatus.RETRACTED ? 1 : 0;
    }
    for (Alert a : found.standingAlerts()) {
      a.getSignals().forEach(s -> types.add(s.getType()));
      corroborated += carries(a, "CORROBORATED");
      cleared += a.getStatus() == AlertStatus.CLEARED ? 1 : 0;
      denied += carries(a, "DENIED");
      doubtful += carries(a, "AMBIGUOUS_REPORT");
      numbersShared += carries(a, "IMO_SHARED");
      twins += carries(a, "TWO_PLACES");
      oneSilent += carries(a, "WAITED");
      bothSilent += carries(a, "SILENT_TOGETHER");
    }
    for (Encounter e : encounters) {
      bridgedByOne += e.getSilentParty() == SilentParty.ONE ? 1 : 0;
      bridgedByBoth += e.getSilentParty() == SilentParty.BOTH ? 1 : 0;
      contested += e.getContested() ? 1 : 0;
      onAntimeridian += Math.abs(e.getLon()) > 179.9 ? 1 : 0;
      nearPort += e.getPortDistanceM() < 10_000 ? 1 : 0;
      crowded += e.getCrowd() >= 2 ? 1 : 0;
      long day = 86_400;
      pastMidnight +=
          e.getStart().getEpochSecond() / day < e.getEnd().getEpochSecond() / day ? 1 : 0;
    }
    Set<String> closed = new HashSet<>();
    for (Alert a : found.alerts()) {
      changedAfterClosed += closed.contains(a.getAlertId()) ? 1 : 0;
      if (a.getStatus() == AlertStatus.CLOSED) {
        closed.add(a.getAlertId());
      }
    }
    for (Alert a : found.standingAlerts()) {
      chains += a.getSubjectKind() == SubjectKind.CHAIN ? 1 : 0;
      if (a.getType().equals("DARK_RENDEZVOUS_OBSERVED")) {
        seen++;
        seenCorroborated += carries(a, "CORROBORATED");
        seenDenied += carries(a, "DENIED") + carries(a, "CLEARED");
        seenDoubtful += carries(a, "AMBIGUOUS_REPORT");
      }
      falseDestinations += a.getType().equals("FALSE_DESTINATION_DIRECT") ? 1 : 0;
      ofOneVessel += a.getSubjectKind() == SubjectKind.VESSEL ? 1 : 0;
    }
    gaps += found.gaps().size();
    for (Gap g : found.gaps()) {
      gapsHeard += g.getReception() == Reception.NO_BASELINE ? 1 : 0;
      gapsVoid += g.getReception() == Reception.VOID ? 1 : 0;
    }
    calls += found.portCalls().size();
    undone += found.course().undone();
    revived += found.course().revived();
    late += found.rejects().size();
    listed +=
        (int)
            found.standingAlerts().stream()
                .filter(a -> a.getParties().stream().anyMatch(p -> !p.getListedOn().isEmpty()))
                .count();
  }

  private static int carries(Alert a, String code) {
    return a.getEvidence().stream().anyMatch(e -> e.getCode().equals(code)) ? 1 : 0;
  }

  @Override
  public String toString() {
    return ("runs %d  most fixes %d  alerts %d (retracted %d, superseded %d, changed after CLOSED %d,"
            + " corroborated %d, cleared %d, denied %d, ambiguous %d)  encounters %d"
            + " (retracted %d, bridged by one %d, by both %d, contested %d, past midnight %d,"
            + " antimeridian %d, near a port %d, in a crowd %d)"
            + "  of one vessel %d, gaps %d (heard %d, void %d), port calls %d, at two places %d, seen without AIS %d (corroborated %d, denied or cleared %d, ambiguous %d), numbers shared %d, out of sight %d and %d,"
            + " false destinations %d, chains %d  failures %d, revivals %d  late %d  listed %d")
        .formatted(
            runs,
            mostFixes,
            standing,
            retracted,
            superseded,
            changedAfterClosed,
            corroborated,
            cleared,
            denied,
            doubtful,
            facts,
            retractedFacts,
            bridgedByOne,
            bridgedByBoth,
            contested,
            pastMidnight,
            onAntimeridian,
            nearPort,
            crowded,
            ofOneVessel,
            gaps,
            gapsHeard,
            gapsVoid,
            calls,
            twins,
            seen,
            seenCorroborated,
            seenDenied,
            seenDoubtful,
            numbersShared,
            oneSilent,
            bothSilent,
            falseDestinations,
            chains,
            undone,
            revived,
            late,
            listed);
  }
}
