package org.stswatch.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stswatch.detect.CoalLegs;
import org.stswatch.event.PortCall;
import org.stswatch.port.Ports;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;

/**
 * Where port calls are kept and found: under their vessel, and those at ports of the mission under
 * their port as well. They are facts, not claims: which of them lie before another fact is a matter
 * of their own time.
 */
final class CallIndex {
  private CallIndex() {}

  static SideEntry ofVessel(PortCall call) {
    return new SideEntry(call.getVessel(), "call " + call.getCallId());
  }

  static SideEntry atPort(PortCall call) {
    return new SideEntry(topic(call.getPort()), "call " + call.getCallId());
  }

  /** No vessel key begins with a tab. */
  private static String topic(String port) {
    return "\tcalls at " + port;
  }

  /** The calls of these vessels, each as told last. */
  static List<PortCall> of(Side side, Collection<String> vessels) {
    return vessels.stream()
        .flatMap(vessel -> side.entries(vessel).stream())
        .filter(PortCall.class::isInstance)
        .map(PortCall.class::cast)
        .toList();
  }

  /** All calls at a port of the mission. */
  static List<PortCall> at(Side side, String port) {
    return side.entries(topic(port)).stream().map(PortCall.class::cast).toList();
  }

  /**
   * The calls of a vessel, and of all others at the ports where it called; of those that were at a
   * coal port before it and at one of the DPRK, all.
   */
  static List<PortCall> besides(Side side, String vessel, Ports pack) {
    List<PortCall> own = of(side, List.of(vessel));
    List<PortCall> all = new ArrayList<>(own);
    Set<String> ports = new TreeSet<>(own.stream().map(PortCall::getPort).toList());
    for (String port : ports) {
      at(side, port).stream().filter(c -> !c.getVessel().equals(vessel)).forEach(all::add);
    }
    for (String other : before(own, all, pack)) {
      List<PortCall> calls = of(side, List.of(other));
      if (calls.stream().anyMatch(c -> CoalLegs.isInDprk(c, pack))) {
        calls.stream().filter(c -> !ports.contains(c.getPort())).forEach(all::add);
      }
    }
    return all;
  }

  /** Who left a coal port in the weeks before the vessel did. */
  private static Set<String> before(List<PortCall> own, List<PortCall> all, Ports pack) {
    Set<String> others = new TreeSet<>();
    own.forEach(call -> others.addAll(CoalLegs.othersBefore(call, all, pack)));
    return others;
  }
}
