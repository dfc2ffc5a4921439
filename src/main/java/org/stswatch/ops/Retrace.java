package org.stswatch.ops;

import java.util.Objects;
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
  private final Stages stages;
  private final Received<VesselSighting> heard;
  private final Received<SpecificRecord> claimed;
  private long wokenMs = Long.MIN_VALUE;
  private long published;

  /** Takes what was received, and when. */
  interface Received<T> {
    void take(T message, long receivedMs);
  }

  /**
   * Towards these stages.
   *
   * @param heard takes each accepted sighting before the stages do
   * @param claimed takes what is claimed beside the sightings
   */
  Retrace(
      TimeSettings time,
      Stages stages,
      Received<VesselSighting> heard,
      Received<SpecificRecord> claimed) {
    this.time = time;
    this.judge = new Judge(time);
    this.stages = stages;
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
      heard.take(s, receivedMs);
      stages.on(s, receivedMs);
    } else {
      claimed.take(message, receivedMs);
    }
    long watermarkMs =
        receivedMs - time.allowedLateness().toMillis() - time.clockMargin().toMillis();
    if (watermarkMs - time.tickStep().toMillis() >= wokenMs) {
      wokenMs = watermarkMs;
      stages.wake(watermarkMs);
    }
  }

  @Override
  public void reject(Reject reject, @Nullable Long receivedAtMs) {}

  @Override
  public void end(long receivedAtMs) {
    stages.wake(Long.MAX_VALUE);
  }

  @Override
  public long published() {
    return published;
  }
}
