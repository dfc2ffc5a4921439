package org.stswatch.alert;

import java.util.List;
import java.util.Set;
import org.stswatch.event.Encounter;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.stream.Side;

/**
 * The past as it lies among the side inputs of a case. It is known for good when the watermark has
 * reached {@link Past#until}; the case is judged again then, and so hangs on list entries only.
 *
 * @param untilMs statements received later do not count, ms since 1970
 * @param lastMs list entries received later do not count, ms since 1970
 * @param topics takes those under which list entries may come
 */
record SidePast(Side side, ClaimIndex index, long untilMs, long lastMs, Set<String> topics)
    implements Past {

  @Override
  public List<Encounter> met(String vessel) {
    return side.entries(ClaimIndex.meetings(vessel)).stream()
        .map(m -> ((ClosedMeeting) m).getFact())
        .toList();
  }

  @Override
  public List<VoyageStatement> statedOf(String vessel) {
    return index.stated.of(side, vessel, untilMs);
  }

  @Override
  public List<WatchlistEntry> listed(Set<String> tokens) {
    Set<String> versions = ClaimIndex.versions(side, tokens, lastMs);
    topics.addAll(tokens);
    topics.addAll(versions);
    return ClaimIndex.entries(
        versions.stream().flatMap(topic -> side.entries(topic, lastMs).stream()).toList());
  }
}
