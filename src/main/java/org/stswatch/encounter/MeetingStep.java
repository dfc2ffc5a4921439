package org.stswatch.encounter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Meeting;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.PairKey;

/**
 * One pair: contacts become encounters. They are published early and revised; behind the watermark,
 * when no contact can join them any more, they are CLOSED, and every case of their ships hears of
 * it.
 */
public final class MeetingStep implements Step<MeetingState> {
  /**
   * An open encounter that only goes on is published again after this: each revision travels to
   * every subscriber.
   */
  private static final Duration REPUBLISH = Duration.ofHours(1);

  private final Runs runs;
  private final Encounters encounters;
  private final Duration holdBack;

  public MeetingStep(EncounterSettings settings, NearestPort ports) {
    this.runs = new Runs(settings);
    this.encounters = new Encounters(settings, runs, ports);
    this.holdBack = settings.holdBack();
  }

  @Override
  public String name() {
    return "meetings";
  }

  @Override
  public StateLayout<MeetingState> layout() {
    return MeetingState.layout(runs);
  }

  @Override
  public Duration holdBack() {
    return holdBack;
  }

  @Override
  public long timeMs(SpecificRecord event) {
    return ((Contact) event).getTimeS() * 1000L;
  }

  @Override
  public Result<MeetingState> on(
      String key, @Nullable MeetingState state, SpecificRecord event, Side side, long watermarkMs) {
    Contact contact = (Contact) event;
    MeetingState now =
        (state == null ? MeetingState.empty() : state)
            .with(contact, runs)
            .settled(watermarkMs, runs);
    PairKey pair = new PairKey(contact.getA(), contact.getB());
    Result<MeetingState> told = told(pair, now);
    return told.emits().isEmpty() || now.knowsCrowds() ? told : told(pair, now.withCrowds(runs));
  }

  private Result<MeetingState> told(PairKey pair, MeetingState state) {
    List<Emit> emits = new ArrayList<>();
    MeetingState next = publish(pair, state, encounters.in(state.meetings()), emits);
    return result(next, emits);
  }

  /** What nothing can join or change any more: the first run, or the meeting that it begins. */
  @Override
  public Result<MeetingState> due(String key, MeetingState state, Side side, long watermarkMs) {
    MeetingState now = state.withCrowds(runs);
    int endS = endOfFirst(now);
    PairKey pair = PairKey.parse(key);
    List<Emit> emits = new ArrayList<>();
    List<Meeting> found = encounters.in(now.meetings());
    MeetingState revised = publish(pair, now, found, emits);
    for (Meeting m : found) {
      if (Runs.endS(m) <= endS) {
        Encounter last = find(revised.published(), m);
        Encounter closed = revision(encounters.encounter(pair, m), last, FactStatus.CLOSED);
        emits.add(emit(pair, closed));
        emits.add(new Emit(pair.toString(), closedMeeting(closed)));
      }
    }
    List<Encounter> open =
        revised.published().stream().filter(e -> e.getStart().getEpochSecond() > endS).toList();
    return result(revised.withoutFirst(endS, runs).withPublished(open), emits);
  }

  private Result<MeetingState> result(MeetingState state, List<Emit> emits) {
    return state.meetings() == Runs.NONE && state.published().isEmpty()
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(state, emits, endOfFirst(state) * 1000L + holdBack.toMillis());
  }

  private static int endOfFirst(MeetingState state) {
    return state.meetings() == Runs.NONE
        ? (int) state.published().get(0).getEnd().getEpochSecond()
        : Runs.endOfFirst(state.meetings());
  }

  /** Publishes what is new or different, then retracts what no longer holds. */
  private MeetingState publish(
      PairKey pair, MeetingState state, List<Meeting> found, List<Emit> emits) {
    List<Encounter> published = new ArrayList<>();
    for (Meeting m : found) {
      Encounter last = find(state.published(), m);
      if (last == null || worthTelling(last, m)) {
        Encounter told = revision(encounters.encounter(pair, m), last, FactStatus.OPEN);
        emits.add(emit(pair, told));
        published.add(told);
      } else {
        published.add(last);
      }
    }
    for (Encounter last : state.published()) {
      if (found.stream().noneMatch(m -> isOf(last, m))) {
        Encounter gone = last;
        if (last.getStatus() != FactStatus.RETRACTED) {
          gone = revision(last, last, FactStatus.RETRACTED);
          emits.add(emit(pair, gone));
        }
        published.add(gone); // its revisions go on if it comes back
      }
    }
    published.sort(Comparator.comparing(Encounter::getStart));
    return emits.isEmpty() ? state : state.withPublished(published);
  }

  private static boolean worthTelling(Encounter last, Meeting now) {
    if (last.getStatus() != FactStatus.OPEN) {
      return true;
    }
    Instant end = Instant.ofEpochSecond(Runs.endS(now));
    boolean longer = end.isAfter(last.getEnd().plus(REPUBLISH));
    boolean shorter = end.isBefore(last.getEnd());
    return longer || shorter || last.getContested() != now.getContested();
  }

  private static Encounter revision(Encounter e, @Nullable Encounter last, FactStatus status) {
    int revision = last == null ? 1 : last.getRevision() + 1;
    return Encounter.newBuilder(e).setRevision(revision).setStatus(status).build();
  }

  private static Emit emit(PairKey pair, Encounter e) {
    return new Emit(pair.toString(), e);
  }

  private static ClosedMeeting closedMeeting(Encounter e) {
    return new ClosedMeeting(
        e.getEncounterId(),
        e.getVessel1(),
        e.getVessel2(),
        e.getStart(),
        e.getEnd(),
        e.getLat(),
        e.getLon(),
        Encounter.newBuilder(e).setRevision(0).build());
  }

  private static @Nullable Encounter find(List<Encounter> encounters, Meeting m) {
    for (Encounter e : encounters) {
      if (isOf(e, m)) {
        return e;
      }
    }
    return null;
  }

  /** An encounter is known by its pair and its start. */
  private static boolean isOf(Encounter e, Meeting m) {
    return e.getStart().getEpochSecond() == Runs.startS(m);
  }
}
