package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.Gap;
import org.stswatch.event.GapStatus;
import org.stswatch.event.PortCall;
import org.stswatch.event.PortCallStatus;
import org.stswatch.event.SubjectKind;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.CaseState;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.TwinLocation;

/**
 * What may found an alert, whatever it is about.
 *
 * @param record an {@link Encounter}, a {@link DarkMeeting}, a {@link Gap}, a {@link Loitering}, a
 *     {@link Landfall}, a {@link PortCall}, a {@link TwinLocation} or a {@link SeenBeside}
 * @param vessels keys of its parties, the lower one first
 * @param end so far
 * @param open whether a sighting may change it
 * @param retracted whether late input disproved it
 */
public record Fact(
    SpecificRecord record,
    SubjectKind kind,
    List<String> vessels,
    Instant start,
    Instant end,
    boolean open,
    boolean retracted) {

  public Fact {
    vessels = List.copyOf(vessels);
  }

  static Fact of(Encounter e) {
    return new Fact(
        e,
        SubjectKind.PAIR,
        List.of(e.getVessel1(), e.getVessel2()),
        e.getStart(),
        e.getEnd(),
        e.getStatus() == FactStatus.OPEN,
        e.getStatus() == FactStatus.RETRACTED);
  }

  static Fact of(DarkMeeting m) {
    return new Fact(
        m,
        SubjectKind.PAIR,
        List.of(m.getVessel1(), m.getVessel2()),
        m.getStart(),
        m.getEnd(),
        !m.getClosed() && !m.getRetracted(),
        m.getRetracted());
  }

  /** A silence that goes on has lasted as long as it takes to be one. */
  static Fact of(Gap g) {
    Instant end = Objects.requireNonNullElseGet(g.getEnd(), () -> opened(g));
    return ofVessel(g, g.getVessel(), g.getStart(), end, g.getStatus() == GapStatus.OPEN);
  }

  private static Instant opened(Gap g) {
    return g.getStart().plus(Duration.ofMinutes(g.getThresholdMinutes()));
  }

  static Fact of(Loitering l) {
    return ofVessel(l, l.getVessel(), l.getStart(), l.getEnd(), !l.getClosed());
  }

  static Fact of(Landfall l) {
    return ofVessel(l, l.getVessel(), l.getStart(), l.getEnd(), !l.getClosed());
  }

  /** A call that goes on has lasted no time. */
  static Fact of(PortCall c) {
    Instant end = Objects.requireNonNullElse(c.getEnd(), c.getStart());
    return ofVessel(c, c.getVessel(), c.getStart(), end, c.getStatus() != PortCallStatus.CLOSED);
  }

  private static Fact ofVessel(
      SpecificRecord record, String vessel, Instant start, Instant end, boolean open) {
    return new Fact(record, SubjectKind.VESSEL, List.of(vessel), start, end, open, false);
  }

  static Fact of(TwinLocation t) {
    return ofVessel(t, t.getVessel(), t.getStart(), t.getEnd(), !t.getClosed());
  }

  static Fact of(SeenBeside s) {
    Instant when = s.getDetection().getObservedAt();
    return new Fact(
        s,
        SubjectKind.VESSEL,
        List.of(s.getVessel()),
        when,
        when,
        !s.getClosed() && !s.getRetracted(),
        s.getRetracted());
  }

  /** The fact that an event tells. */
  public static Fact of(SpecificRecord event) {
    if (event instanceof Encounter e) {
      return of(e);
    } else if (event instanceof Gap g) {
      return of(g);
    } else if (event instanceof Loitering l) {
      return of(l);
    } else if (event instanceof DarkMeeting m) {
      return of(m);
    } else if (event instanceof Landfall l) {
      return of(l);
    } else if (event instanceof Called c) {
      return of(c.getCall());
    } else if (event instanceof PortCall c) {
      return of(c);
    } else if (event instanceof TwinLocation t) {
      return of(t);
    } else if (event instanceof SeenBeside s) {
      return of(s);
    }
    throw new IllegalArgumentException("no fact: " + event.getClass());
  }

  /** The facts of a case, by start. */
  static List<Fact> of(CaseState state) {
    return Stream.of(
            state.getEncounters().stream().map(Fact::of),
            state.getDarkMeetings().stream().map(Fact::of),
            state.getGaps().stream().map(Fact::of),
            state.getLoiterings().stream().map(Fact::of),
            state.getLandfalls().stream().map(Fact::of),
            state.getCalls().stream().map(Fact::of),
            state.getTwinLocations().stream().map(Fact::of),
            state.getSeenBeside().stream().map(Fact::of))
        .flatMap(facts -> facts)
        .sorted(Comparator.comparing(Fact::start))
        .toList();
  }

  /** The records of one kind among facts. */
  static <T> List<T> records(List<Fact> facts, Class<T> type) {
    return facts.stream().map(Fact::record).filter(type::isInstance).map(type::cast).toList();
  }

  /** When the facts of these kinds begin. */
  static Set<Instant> starts(List<Fact> facts, Predicate<Fact> which) {
    return facts.stream().filter(which).map(Fact::start).collect(Collectors.toSet());
  }

  boolean isCall() {
    return record instanceof PortCall;
  }

  /** Whether the other one is this fact, told before. */
  boolean isSameAs(Fact other) {
    if (record.getClass() != other.record.getClass()) {
      return false;
    } else if (record instanceof Encounter e) {
      return e.getEncounterId().equals(((Encounter) other.record).getEncounterId());
    } else if (record instanceof DarkMeeting m) {
      return m.getMeetingId().equals(((DarkMeeting) other.record).getMeetingId());
    } else if (record instanceof SeenBeside s) {
      SeenBeside o = (SeenBeside) other.record;
      return s.getDetection().getRef().equals(o.getDetection().getRef());
    }
    return start.equals(other.start);
  }
}
