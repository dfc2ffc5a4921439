package org.stswatch.ops;

import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselSighting;
import org.stswatch.stream.Judge;
import org.stswatch.stream.TimeSettings;

/** The messages of a run once more: judged as the gate did, and given to steps that are woken. */
final class Retrace implements Outlet {
  private final TimeSettings time;
  private final Judge judge;
  private final StepRunner<?> track;
  private final Consumer<VesselSighting> heard;
  private final Claimed claimed;
  private long wokenMs = Long.MIN_VALUE;
  private long published;

  /** Takes what is claimed beside the sightings. */
  interface Claimed {
    void take(SpecificRecord claim, long receivedMs);
  }

  /**
   * Towards these steps.
   *
   * @param track the first of them
   * @param heard takes each accepted sighting before the steps do
   */
  Retrace(TimeSettings time, StepRunner<?> track, Consumer<VesselSighting> heard, Claimed claimed) {
    this.time = time;
    this.judge = new Judge(time);
    this.track = track;
    this.heard = heard;
    this.claimed = claimed;
  }

  @Override
  public void publish(SpecificRecord message, @Nullable Long receivedAtMs) {
    published++;
    long receivedMs = Objects.requireNonNull(receivedAtMs);
    if (judge.refuse(message, receivedMs) != null) {
      return;
    }
    if (message instanceof VesselSighting s) {
      heard.accept(s);
      track.on(s.getVesselKey(), s);
    } else {
      claimed.take(message, receivedMs);
    }
    long watermarkMs =
        receivedMs - time.allowedLateness().toMillis() - time.clockMargin().toMillis();
    if (watermarkMs - time.tickStep().toMillis() >= wokenMs) {
      wokenMs = watermarkMs;
      track.wake(watermarkMs);
    }
  }

  @Override
  public void reject(Reject reject, @Nullable Long receivedAtMs) {}

  @Override
  public void end(long receivedAtMs) {
    track.wake(Long.MAX_VALUE);
  }

  @Override
  public long published() {
    return published;
  }
}
