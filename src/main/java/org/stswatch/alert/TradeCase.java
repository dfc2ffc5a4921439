package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Claims;
import org.stswatch.event.Alert;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.CaseState;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;

/**
 * The one case of the trade with the Far East. It needs no facts of its own: every partition knows
 * all calls and closed encounters, and this case looks at those that were over, every Monday.
 * Without a call at one of the ports there is none.
 */
final class TradeCase {
  private final Alerts alerts;
  private final ClaimIndex claims;

  TradeCase(Alerts alerts, Duration claimsWindow) {
    this.alerts = alerts;
    this.claims = new ClaimIndex(claimsWindow);
  }

  /** A call somewhere: from the first one in the Far East on there is a case. */
  Result<CaseState> on(@Nullable CaseState state, PortCall call, long watermarkMs) {
    if (state == null && !alerts.isInFarEast(call)) {
      return new Result<>(null);
    }
    CaseState known = state == null ? state(List.of(), Set.of()) : state;
    return new Result<>(known, List.of(), dueMs(watermarkMs));
  }

  /** Judges all of it anew: what has not changed is not told again. */
  Result<CaseState> judge(CaseState state, Side side, long watermarkMs) {
    TradeView view = view(side);
    TradeAlerts.Judged judged = alerts.judge(view, Instant.ofEpochMilli(watermarkMs));
    List<Judged> verdicts = new ArrayList<>();
    judged.verdicts().forEach((fact, verdict) -> verdicts.add(new Judged(fact, verdict)));
    List<Emit> emits = new ArrayList<>();
    List<Alert> told = new Opinion(verdicts, List.of()).tell(state.getAlerts(), emits);
    CaseState next = state(told, claims.find(side, judged.concerned(), Long.MAX_VALUE).topics());
    return new Result<>(next.equals(state) ? state : next, emits, dueMs(watermarkMs));
  }

  private static CaseState state(List<Alert> told, Set<String> topics) {
    return CaseStep.state(List.of(), Result.NEVER, told, new TreeSet<>(topics));
  }

  private TradeView view(Side side) {
    return new TradeView() {
      @Override
      public List<PortCall> at(String port) {
        return CallIndex.at(side, port);
      }

      @Override
      public List<PortCall> of(String vessel) {
        return CallIndex.of(side, List.of(vessel));
      }

      @Override
      public List<ClosedMeeting> met(String vessel) {
        List<SpecificRecord> met = side.entries(ClaimIndex.meetings(vessel));
        return met.stream().map(ClosedMeeting.class::cast).toList();
      }

      @Override
      public Claims claims(List<String> vessels, long endMs) {
        return claims.find(side, vessels, claims.lastMs(endMs)).claims();
      }
    };
  }

  /** The next Monday; at once where no watermark is known yet; never behind the end of all. */
  private static long dueMs(long watermarkMs) {
    if (watermarkMs == Long.MIN_VALUE) {
      return watermarkMs + 1;
    }
    return watermarkMs == Long.MAX_VALUE
        ? Result.NEVER
        : week(Instant.ofEpochMilli(watermarkMs)).toEpochMilli();
  }

  /** The first Monday after an instant. */
  static Instant week(Instant asOf) {
    return TrafficCounts.monday(asOf.plusMillis(1));
  }
}
