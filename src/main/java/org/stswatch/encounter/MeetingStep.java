package org.stswatch.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.state.Contact;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.PairKey;

/**
 * One pair: contacts become encounters. They are published early and revised; behind the watermark,
 * when no contact can join them any more, they are CLOSED.
 */
public final class MeetingStep implements Step<MeetingState> {
  /**
   * An open encounter that only goes on is published again after this: each revision travels to
   * every subscriber.
   */
  private static final Duration REPUBLISH = Duration.ofHours(1);

  private final Encounters encounters;
  private final Duration holdBack;

  public MeetingStep(EncounterSettings settings, NearestPort ports) {
    this.encounters = new Encounters(settings, ports);
    this.holdBack = settings.holdBack();
  }

  @Override
  public String name() {
    return "meetings";
  }

  @Override
  public StateLayout<MeetingState> layout() {
    return MeetingState.layout();
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
    MeetingState now = (state == null ? MeetingState.empty() : state).with(contact);
    PairKey pair = new PairKey(contact.getA(), contact.getB());
    List<Contact> contacts = now.contacts();
    List<Emit> emits = new ArrayList<>();
    MeetingState next = publish(pair, now, encounters.of(pair, contacts), emits);
    boolean nothing = contacts.isEmpty() && next.published().isEmpty();
    return nothing
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(next, emits, dueMs(next));
  }

  /** What nothing can join or change any more: the first run, or the meeting that it begins. */
  @Override
  public Result<MeetingState> due(String key, MeetingState state, Side side, long watermarkMs) {
    int endS = endOfFirst(state);
    PairKey pair = PairKey.parse(key);
    List<Emit> emits = new ArrayList<>();
    List<Encounter> found = encounters.of(pair, state.contacts());
    MeetingState revised = publish(pair, state, found, emits);
    for (Encounter e : found) {
      if (e.getEnd().getEpochSecond() <= endS) {
        Encounter last = find(revised.published(), e.getEncounterId());
        emits.add(emit(pair, revision(e, last, FactStatus.CLOSED)));
      }
    }
    List<Encounter> open =
        revised.published().stream().filter(e -> e.getStart().getEpochSecond() > endS).toList();
    MeetingState left = revised.withPublished(open).after(endS);
    return left.parts().isEmpty() && open.isEmpty()
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(left, emits, dueMs(left));
  }

  private long dueMs(MeetingState state) {
    return endOfFirst(state) * 1000L + holdBack.toMillis();
  }

  private int endOfFirst(MeetingState state) {
    List<Contact> contacts = state.contacts();
    return contacts.isEmpty()
        ? (int) state.published().get(0).getEnd().getEpochSecond()
        : encounters.endOfFirst(contacts);
  }

  /** Publishes what is new or different, then retracts what no longer holds. */
  private MeetingState publish(
      PairKey pair, MeetingState state, List<Encounter> found, List<Emit> emits) {
    List<Encounter> published = new ArrayList<>();
    for (Encounter e : found) {
      Encounter last = find(state.published(), e.getEncounterId());
      if (last == null || worthTelling(last, e)) {
        Encounter told = revision(e, last, FactStatus.OPEN);
        emits.add(emit(pair, told));
        published.add(told);
      } else {
        published.add(last);
      }
    }
    for (Encounter last : state.published()) {
      if (find(found, last.getEncounterId()) == null) {
        Encounter gone = last;
        if (last.getStatus() != FactStatus.RETRACTED) {
          gone = revision(last, last, FactStatus.RETRACTED);
          emits.add(emit(pair, gone));
        }
        published.add(gone); // its revisions go on if it comes back
      }
    }
    published.sort(Comparator.comparing(Encounter::getStart));
    return published.equals(state.published()) ? state : state.withPublished(published);
  }

  private static boolean worthTelling(Encounter last, Encounter now) {
    if (last.getStatus() != FactStatus.OPEN) {
      return true;
    }
    boolean longer = now.getEnd().isAfter(last.getEnd().plus(REPUBLISH));
    boolean shorter = now.getEnd().isBefore(last.getEnd());
    return longer || shorter || last.getContested() != now.getContested();
  }

  private static Encounter revision(Encounter e, @Nullable Encounter last, FactStatus status) {
    int revision = last == null ? 1 : last.getRevision() + 1;
    return Encounter.newBuilder(e).setRevision(revision).setStatus(status).build();
  }

  private static Emit emit(PairKey pair, Encounter e) {
    return new Emit(pair.toString(), e);
  }

  private static @Nullable Encounter find(List<Encounter> encounters, String id) {
    return encounters.stream()
        .filter(e -> Objects.equals(e.getEncounterId(), id))
        .findFirst()
        .orElse(null);
  }
}
