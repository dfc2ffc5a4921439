package org.stswatch.gap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Presence;
import org.stswatch.stream.Result.Emit;

/**
 * What areas were told, kept to be asked why something that was seen near a ship is beside her, or
 * is not. For whoever explains; {@link ReceptionStep} finds it without, by the same functions.
 */
public final class Surroundings {
  private final Lookout lookout = new Lookout();
  private final Map<String, TreeMap<Integer, TreeMap<String, Presence>>> heard = new TreeMap<>();
  private final Map<String, TreeMap<String, Detection>> seen = new TreeMap<>();
  private final List<Told> told = new ArrayList<>();

  private record Told(String area, Detection seen, long lateS) {}

  /** A sign of life as an area was told of it. */
  public void take(String area, Presence p) {
    heard
        .computeIfAbsent(area, a -> new TreeMap<>())
        .computeIfAbsent(p.getHour(), hour -> new TreeMap<>())
        .put(p.getVessel(), p);
  }

  /** A sighting that may name nobody, and when it was received, be that too late or not. */
  public void take(VesselSighting sighting, long receivedMs) {
    boolean inTime = !lookout.tell(sighting, receivedMs).isEmpty();
    long lateMs = receivedMs - sighting.getObservedAt().toEpochMilli();
    long lateS = -Math.floorDiv(-lateMs, 1000L);
    for (Emit emit : lookout.tell(sighting)) {
      Detection d = (Detection) emit.value();
      if (d.getOwn()) {
        told.add(new Told(emit.key(), d, lateS));
      }
      if (inTime) {
        seen.computeIfAbsent(emit.key(), a -> new TreeMap<>()).putIfAbsent(d.getRef(), d);
      }
    }
  }

  /** What was seen between two times within 5 km of where this ship lay or was, by time. */
  public List<Near> near(String vessel, Instant from, Instant to) {
    Map<String, Near> near = new TreeMap<>();
    for (Told t : told) {
      Instant at = t.seen().getObservedAt();
      if (!at.isBefore(from) && !at.isAfter(to)) {
        Pass.near(t.seen(), vessel, area(t), t.lateS())
            .filter(n -> n.apartM() <= Pass.NEAR_M)
            .ifPresent(n -> near.putIfAbsent(t.seen().getRef(), n));
      }
    }
    return near.values().stream()
        .sorted(
            Comparator.comparing((Near n) -> n.seen().getObservedAt()).thenComparing(Near::apartM))
        .toList();
  }

  /** The area as it was when all hours around were known. */
  private AreaState area(Told t) {
    int hour = Pass.hour(t.seen());
    HeardHours hours = HeardHours.NONE;
    Map<Integer, TreeMap<String, Presence>> around =
        heard
            .getOrDefault(t.area(), new TreeMap<>())
            .subMap(hour - Pass.HOURS_BEFORE, true, hour + Pass.HOURS_AFTER, true);
    for (Map.Entry<Integer, TreeMap<String, Presence>> e : around.entrySet()) {
      hours = hours.with(e.getKey(), new AreaHour(List.copyOf(e.getValue().values())));
    }
    List<Detection> detections = List.copyOf(seen.getOrDefault(t.area(), new TreeMap<>()).values());
    return new AreaState(List.of(), List.of(), detections, hours);
  }
}
