package org.stswatch.oracle;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.stswatch.alert.Fact;
import org.stswatch.alert.TradeView;
import org.stswatch.detect.Claims;
import org.stswatch.event.PortCall;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.state.ClosedMeeting;

/** All calls and encounters of a set of sightings, looked through from end to end. */
record AllTrade(List<PortCall> calls, List<ClosedMeeting> met, Function<Fact, Claims> counting)
    implements TradeView {

  @Override
  public List<PortCall> at(String port) {
    return calls.stream().filter(c -> c.getPort().equals(port)).toList();
  }

  @Override
  public List<PortCall> of(String vessel) {
    return calls.stream().filter(c -> c.getVessel().equals(vessel)).toList();
  }

  @Override
  public List<ClosedMeeting> met(String vessel) {
    return met.stream()
        .filter(m -> m.getVessel1().equals(vessel) || m.getVessel2().equals(vessel))
        .toList();
  }

  @Override
  public Claims claims(List<String> vessels, long endMs) {
    Instant end = Instant.ofEpochMilli(endMs);
    Fact over = new Fact(calls.get(0), SubjectKind.PORT_PAIR, vessels, end, end, false, false);
    return counting.apply(over);
  }
}
