package org.stswatch.alert;

import java.util.List;
import java.util.Set;
import org.stswatch.detect.Claims;
import org.stswatch.event.Encounter;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.stream.Side;

/**
 * The trail as it lies among the side inputs of a case, and a note of all topics that were looked
 * at: what comes under one of them later is a reason to look again.
 */
final class SideTrail implements Trail {
  private final Side side;
  private final ClaimIndex index;
  private final Fact last;
  private final Claims claims;
  private final Set<String> topics;

  /**
   * The trail back from a fact.
   *
   * @param claims what counts for the fact
   * @param topics takes the topics
   */
  SideTrail(Side side, ClaimIndex index, Fact last, Claims claims, Set<String> topics) {
    this.side = side;
    this.index = index;
    this.last = last;
    this.claims = claims;
    this.topics = topics;
  }

  @Override
  public List<Encounter> met(String vessel) {
    String topic = ClaimIndex.meetings(vessel);
    topics.add(topic);
    return side.entries(topic).stream().map(m -> ((ClosedMeeting) m).getFact()).toList();
  }

  @Override
  public Set<String> keysOf(String imo) {
    topics.add(ClaimIndex.hull(imo));
    return index.keysOf(side, imo, index.lastMs(last));
  }

  @Override
  public Claims claims(Encounter hop) {
    if (hop.equals(last.record())) {
      return claims; // looked up already
    }
    List<String> vessels = List.of(hop.getVessel1(), hop.getVessel2());
    ClaimIndex.Found found = index.find(side, vessels, index.lastMs(last));
    topics.addAll(found.topics());
    if (!found.claims().reported().isEmpty()) { // whom else they met matters then
      topics.addAll(ClaimIndex.meetingTopics(vessels));
    }
    return found.claims();
  }
}
