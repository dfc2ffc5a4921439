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
  private final ClaimIndex.Found last;
  private final long lastMs;
  private final Set<String> topics;

  /**
   * The trail back from a fact.
   *
   * @param last the fact, with what was claimed beside it
   * @param topics takes the topics
   */
  SideTrail(Side side, ClaimIndex index, ClaimIndex.Found last, Set<String> topics) {
    this.side = side;
    this.index = index;
    this.last = last;
    this.lastMs = index.lastMs(last.fact());
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
    return index.keysOf(side, imo, lastMs);
  }

  @Override
  public Claims claims(Encounter hop) {
    if (hop.equals(last.fact().record())) {
      return last.claims(); // looked up already
    }
    Fact fact = Fact.of(hop);
    ClaimIndex.Found found = index.find(side, fact, lastMs);
    topics.addAll(found.topics());
    if (!found.claims().reported().isEmpty()) { // whom else they met matters then
      topics.addAll(ClaimIndex.meetingTopics(fact.vessels()));
    }
    return found.claims();
  }
}
