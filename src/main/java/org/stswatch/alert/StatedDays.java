package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.VoyageStatement;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;
import org.stswatch.vessel.ContentId;

/**
 * Of what a vessel states in the same words again and again, the first and the last of a day are
 * kept. Two ships with one MMSI state two things in turn, hundreds of times a day (1,800 times in
 * two days of bench s1e6), and each judgement of theirs would read them all.
 *
 * <p>Which of them stays hangs on when they were stated, not on when they came. So that they all
 * came in time to count for a fact, or none, what is stated in the last days of its window does not
 * count, and what came later than that after it was stated stands by itself.
 */
final class StatedDays {
  private static final long DAY_MS = 86_400_000;

  /** Statements come within so many days: own choice, far above any lateness seen. */
  private static final long PROMPT_MS = 10 * DAY_MS;

  private static final Comparator<SpecificRecord> BY_TIME =
      Comparator.comparing((SpecificRecord s) -> ((VoyageStatement) s).getObservedAt())
          .thenComparing(s -> ((VoyageStatement) s).getStatementId());

  private static final BinaryOperator<SpecificRecord> FIRST = BinaryOperator.minBy(BY_TIME);
  private static final BinaryOperator<SpecificRecord> LAST = BinaryOperator.maxBy(BY_TIME);

  private final long promptMs;
  private final long dayMs;

  /**
   * @param claimsWindow how long after its end a claim may count for a fact; where it is shorter
   *     than 20 days, the days and what is prompt are shorter too
   */
  StatedDays(Duration claimsWindow) {
    this.promptMs = Math.min(PROMPT_MS, claimsWindow.toMillis() / 2);
    this.dayMs = Math.min(DAY_MS, Math.max(1, promptMs));
  }

  /** Some time after a day it is settled which of its statements stay. */
  static Duration settled(Duration claimsWindow) {
    StatedDays days = new StatedDays(claimsWindow);
    return Duration.ofMillis(days.promptMs + days.dayMs);
  }

  /** Where a statement is kept. */
  Set<SideEntry> places(VoyageStatement s, long receivedMs) {
    if (!isPrompt(s, receivedMs)) {
      return Set.of(new SideEntry(s.getMmsi(), id(s)));
    }
    String id = day(s) + " " + words(s);
    return Set.of(
        new SideEntry(s.getMmsi(), id + " first", FIRST),
        new SideEntry(s.getMmsi(), id + " last", LAST));
  }

  /** Where it is kept under a topic that a vessel stated something, once for each of its days. */
  SideEntry once(String topic, VoyageStatement s, long receivedMs) {
    return isPrompt(s, receivedMs)
        ? new SideEntry(topic, s.getMmsi() + " " + day(s), FIRST)
        : new SideEntry(topic, s.getMmsi() + " " + id(s));
  }

  private boolean isPrompt(VoyageStatement s, long receivedMs) {
    return receivedMs - s.getObservedAt().toEpochMilli() <= promptMs;
  }

  private long day(VoyageStatement s) {
    return Math.floorDiv(s.getObservedAt().toEpochMilli(), dayMs);
  }

  private static String id(VoyageStatement s) {
    return s.getObservedAt() + " " + s.getStatementId();
  }

  private record Said(String mmsi, Instant at, String statementId) {}

  /**
   * The statements under a topic that count, each once.
   *
   * @param topic a vessel, or one of {@link #once}
   * @param lastMs claims received later do not count, ms since 1970
   */
  List<VoyageStatement> of(Side side, String topic, long lastMs) {
    long beforeMs = Math.floorDiv(lastMs - promptMs, dayMs) * dayMs;
    Map<Said, VoyageStatement> byId = new LinkedHashMap<>();
    for (SpecificRecord entry : side.entries(topic, lastMs)) {
      if (entry instanceof VoyageStatement s && s.getObservedAt().toEpochMilli() < beforeMs) {
        byId.putIfAbsent(new Said(s.getMmsi(), s.getObservedAt(), s.getStatementId()), s);
      }
    }
    return List.copyOf(byId.values());
  }

  /** What it says, without when and through whom it came. */
  private static String words(VoyageStatement s) {
    return ContentId.of(
        Stream.of(
                s.getImo(),
                s.getName(),
                s.getCallSign(),
                s.getShipType(),
                s.getLengthM(),
                s.getBeamM(),
                s.getDraughtM(),
                s.getDestination(),
                s.getEtaText(),
                s.getFlag(),
                s.getReceipt(),
                s.getCompanies(),
                s.getSourceKind())
            .map(said -> said == null ? "" : "=" + said)
            .toArray(String[]::new));
  }
}
