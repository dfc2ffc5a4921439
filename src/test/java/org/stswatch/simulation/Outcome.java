package org.stswatch.simulation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reject;
import org.stswatch.event.state.RunEnd;
import org.stswatch.stream.SimulatedLog.Published;
import org.stswatch.stream.Simulation;
import org.stswatch.stream.Topics;

/**
 * What a simulated run published.
 *
 * @param results in the order in which they were committed
 * @param published messages on the input topics by partition
 */
record Outcome(
    Topics topics,
    List<Published> results,
    Map<Integer, Long> published,
    Simulation.Course course) {

  /** Every revision of every alert. */
  List<Alert> alerts() {
    return on(topics.alerts().name(), Alert.class).toList();
  }

  List<Encounter> encounters() {
    return on(topics.encounters().name(), Encounter.class).toList();
  }

  /** Each gap as told last, with revision 0. */
  List<Gap> gaps() {
    return last(on(topics.gaps().name(), Gap.class).toList(), Gap::getGapId).stream()
        .map(g -> Gap.newBuilder(g).setRevision(0).build())
        .toList();
  }

  /** Each port call as told last, with revision 0. */
  List<PortCall> portCalls() {
    return last(on(topics.portCalls().name(), PortCall.class).toList(), PortCall::getCallId)
        .stream()
        .map(c -> PortCall.newBuilder(c).setRevision(0).build())
        .toList();
  }

  List<Reject> rejects() {
    return on(topics.rejects().name(), Reject.class).toList();
  }

  /** END of each partition of each stage, with its counts. */
  List<RunEnd> ends() {
    return Stream.of(
            topics.rejects(),
            topics.encounters(),
            topics.portCalls(),
            topics.gaps(),
            topics.alerts())
        .flatMap(topic -> on(topic.name(), RunEnd.class))
        .toList();
  }

  /** The alerts that stand, by start, then id, with revision 0. */
  List<Alert> standingAlerts() {
    return last(alerts(), Alert::getAlertId).stream()
        .filter(a -> a.getStatus() != AlertStatus.RETRACTED)
        .map(a -> Alert.newBuilder(a).setRevision(0).build())
        .sorted(Comparator.comparing(Alert::getStart).thenComparing(Alert::getAlertId))
        .toList();
  }

  /** The encounters that stand, by start, then vessels, with revision 0. */
  List<Encounter> standingEncounters() {
    return last(encounters(), Encounter::getEncounterId).stream()
        .filter(e -> e.getStatus() != FactStatus.RETRACTED)
        .map(e -> Encounter.newBuilder(e).setRevision(0).build())
        .sorted(
            Comparator.comparing(Encounter::getStart)
                .thenComparing(Encounter::getVessel1)
                .thenComparing(Encounter::getVessel2))
        .toList();
  }

  /** As in the manifest of a replay. */
  String acceptedSha256() {
    BigInteger sum = BigInteger.ZERO;
    for (RunEnd end : ends()) {
      sum = sum.add(new BigInteger(end.getAcceptedSum(), 16));
    }
    return "%064x".formatted(sum.mod(BigInteger.ONE.shiftLeft(256)));
  }

  private <T extends SpecificRecord> Stream<T> on(String topic, Class<T> type) {
    return results.stream()
        .filter(r -> r.topic().equals(topic))
        .map(Published::value)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static <T> List<T> last(List<T> revisions, Function<T, String> id) {
    Map<String, T> last = new LinkedHashMap<>();
    revisions.forEach(r -> last.put(id.apply(r), r));
    return new ArrayList<>(last.values());
  }
}
