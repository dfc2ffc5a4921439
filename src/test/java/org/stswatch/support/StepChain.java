package org.stswatch.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.encounter.MeetingStep;
import org.stswatch.encounter.NearestPort;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.Encounter;
import org.stswatch.event.FactStatus;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step;
import org.stswatch.topology.Settings;
import org.stswatch.track.TrackStep;

/**
 * The steps from sightings to encounters, one after the other, without Kafka: states in a map,
 * woken at the end.
 */
public final class StepChain {
  private final Runner<?> track;
  private final Map<String, Encounter> latest = new TreeMap<>();
  private final List<Encounter> told = new ArrayList<>();

  public StepChain(Settings settings) {
    int radiusM = settings.encounter().searchRadiusM();
    Cells cells = ProximityStep.cells(radiusM);
    Runner<?> meetings =
        new Runner<>(
            new MeetingStep(settings.encounter(), NearestPort.NONE),
            e -> {
              if (e.value() instanceof Encounter told) {
                keep(told);
              }
            });
    Runner<?> proximity =
        new Runner<>(new ProximityStep(cells, radiusM), e -> meetings.on(e.key(), e.value()));
    track =
        new Runner<>(
            new TrackStep(settings.track(), cells),
            e -> {
              if (e.value() instanceof Sample) {
                proximity.on(e.key(), e.value());
              }
            });
    track.next = proximity;
    proximity.next = meetings;
  }

  public void sight(VesselSighting sighting) {
    track.on(sighting.getVesselKey(), sighting);
  }

  /** All that a watermark at this time makes final. */
  public void wake(long watermarkMs) {
    track.wake(watermarkMs);
  }

  /** The encounters that stand, by start, after the end of the input. */
  public List<Encounter> end() {
    wake(Long.MAX_VALUE);
    return latest.values().stream()
        .filter(e -> e.getStatus() != FactStatus.RETRACTED)
        .sorted(
            java.util.Comparator.comparing(Encounter::getStart)
                .thenComparing(Encounter::getEncounterId))
        .toList();
  }

  /** Every revision of every encounter, in the order in which they were published. */
  public List<Encounter> told() {
    return told;
  }

  private void keep(Encounter e) {
    told.add(e);
    latest.put(e.getEncounterId(), e);
  }

  private static final class Runner<S> {
    private final Step<S> step;
    private final Consumer<Result.Emit> to;
    private final Map<String, S> states = new HashMap<>();
    private final TreeMap<String, Long> due = new TreeMap<>();
    private @Nullable Runner<?> next;
    private long reached = Long.MIN_VALUE;

    Runner(Step<S> step, Consumer<Result.Emit> to) {
      this.step = step;
      this.to = to;
    }

    void on(String key, SpecificRecord event) {
      apply(key, step.on(key, states.get(key), event, Side.NONE, reached));
    }

    void wake(long watermarkMs) {
      reached = watermarkMs;
      for (List<String> keys = dueBy(watermarkMs); !keys.isEmpty(); keys = dueBy(watermarkMs)) {
        for (String key : keys) {
          S state = Objects.requireNonNull(states.get(key));
          apply(key, step.due(key, state, Side.NONE, watermarkMs));
        }
      }
      if (next != null) {
        next.wake(
            watermarkMs == Long.MAX_VALUE ? watermarkMs : watermarkMs - step.holdBack().toMillis());
      }
    }

    private List<String> dueBy(long watermarkMs) {
      return due.entrySet().stream()
          .filter(e -> e.getValue() <= watermarkMs)
          .map(Map.Entry::getKey)
          .toList();
    }

    private void apply(String key, Result<S> result) {
      if (result.state() == null) {
        states.remove(key);
        due.remove(key);
      } else {
        states.put(key, result.state());
        due.put(key, result.dueMs());
        if (result.dueMs() == Result.NEVER) {
          due.remove(key);
        }
      }
      result.emits().forEach(to);
    }
  }
}
