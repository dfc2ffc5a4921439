package org.stswatch.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;

/**
 * The same inputs several times in sequence, each time later by a whole period: a longer input for
 * a measurement, out of a shorter one. The period is whole days and leaves two of silence as a
 * rule, so that no encounter reaches over it and each repetition finds what the first did.
 */
public final class Repeated implements Messages {
  private final List<? extends Messages> inputs;
  private final int times;
  private final Duration period;

  private Repeated(List<? extends Messages> inputs, int times, Duration period) {
    this.inputs = inputs;
    this.times = times;
    this.period = period;
  }

  /**
   * So many times the inputs.
   *
   * @throws IOException when they cannot be read
   */
  public static Repeated of(List<? extends Messages> inputs, int times) throws IOException {
    ReplayClock.Builder clock = new ReplayClock.Builder();
    for (Messages input : inputs) {
      input.read(
          item -> {
            if (item instanceof Item.Sighted s) {
              clock.add(s.sighting().getObservedAt().toEpochMilli());
            }
          },
          new Tally());
    }
    long days = clock.build().span().toDays() + 1;
    return new Repeated(List.copyOf(inputs), times, Duration.ofDays(days));
  }

  @Override
  public void read(Consumer<Item> to, Tally tally) throws IOException {
    for (int i = 0; i < times; i++) {
      Duration later = period.multipliedBy(i);
      for (Messages input : inputs) {
        input.read(i == 0 ? to : item -> to.accept(shifted(item, later)), tally);
      }
    }
  }

  private static Item shifted(Item item, Duration later) {
    if (item instanceof Item.Sighted s) {
      return new Item.Sighted(shifted(s.sighting(), later));
    } else if (item instanceof Item.Stated s) {
      VoyageStatement statement = s.statement();
      Instant at = statement.getObservedAt().plus(later);
      return new Item.Stated(
          VoyageStatement.newBuilder(statement).setObservedAt(at).build(), s.message(), s.part());
    }
    return item;
  }

  private static VesselSighting shifted(VesselSighting s, Duration later) {
    Instant at = s.getObservedAt().plus(later);
    @Nullable Instant published = s.getPublishedAt();
    return new VesselSighting(
        SightingId.of(
            s.getVesselKey(),
            at.toEpochMilli(),
            s.getLat(),
            s.getLon(),
            s.getSogKn(),
            s.getCogDeg(),
            s.getSourceKind()),
        s.getVesselKey(),
        at,
        s.getLat(),
        s.getLon(),
        s.getSogKn(),
        s.getCogDeg(),
        s.getHeadingDeg(),
        s.getNavStatus(),
        s.getMessageType(),
        s.getStationKind(),
        s.getSourceKind(),
        s.getLengthM(),
        s.getPositionErrorM(),
        published == null ? null : published.plus(later),
        s.getSource());
  }
}
