package org.stswatch.detect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.stswatch.event.PortCall;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.report.Scene;

/**
 * What was claimed beside the facts, as far as it counts for a fact, in any order.
 *
 * @param stated what was stated of each vessel, by vessel key
 * @param listed watch-list entries that share a token with a party or a company of it; of each
 *     entry the version published last
 * @param reported reports that share a token with a party, and those that name nobody; of each
 *     report the version published last
 * @param met encounters of the parties, this one included, of which a report may speak; empty where
 *     nothing is reported
 * @param calls port calls of the parties, each as told last; where a call is judged, those of
 *     others at the same ports as well
 * @param alike other silences, loiterings and detections of the ship, of which a report may speak
 *     instead; empty where a meeting or a call is judged
 * @param associates listed ships that the parties of an encounter had met before
 */
public record Claims(
    Map<String, List<VoyageStatement>> stated,
    List<WatchlistEntry> listed,
    List<VesselReport> reported,
    List<ClosedMeeting> met,
    List<PortCall> calls,
    List<Scene.Rival> alike,
    List<Associate> associates) {
  public Claims {
    stated = Map.copyOf(stated);
    listed = List.copyOf(listed);
    reported = List.copyOf(reported);
    met = List.copyOf(met);
    calls = Collections.unmodifiableList(calls); // of a year, perhaps: not copied for each fact
    alike = List.copyOf(alike);
    associates = List.copyOf(associates);
  }

  /** Beside a fact that is the only one of its ship. */
  public Claims(
      Map<String, List<VoyageStatement>> stated,
      List<WatchlistEntry> listed,
      List<VesselReport> reported,
      List<ClosedMeeting> met,
      List<PortCall> calls) {
    this(stated, listed, reported, met, calls, List.of(), List.of());
  }

  /** The same beside these port calls. */
  public Claims besides(List<PortCall> others) {
    return new Claims(stated, listed, reported, met, others, alike, associates);
  }

  /** The same where the ship was silent, loitered or was seen at other times as well. */
  public Claims among(List<Scene.Rival> others) {
    return new Claims(stated, listed, reported, met, calls, others, associates);
  }

  /** The same where the ships had met these before. */
  public Claims knowing(List<Associate> before) {
    return new Claims(stated, listed, reported, met, calls, alike, before);
  }

  /** What was stated of a vessel. */
  public List<VoyageStatement> statedOf(String vessel) {
    return stated.getOrDefault(vessel, List.of());
  }
}
