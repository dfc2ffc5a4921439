package org.stswatch.alert;

import java.util.List;
import org.stswatch.detect.Claims;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.ClosedMeeting;

/** What the trade of the Far East is judged by: calls and encounters of all ships, and claims. */
public interface TradeView {
  /** The calls at a port of the mission, each as told last, in any order. */
  List<PortCall> at(String port);

  /** The calls of a vessel. */
  List<PortCall> of(String vessel);

  /** The closed encounters of a vessel. */
  List<ClosedMeeting> met(String vessel);

  /** What was claimed of vessels beside something that ended then, ms since 1970. */
  Claims claims(List<String> vessels, long endMs);
}
