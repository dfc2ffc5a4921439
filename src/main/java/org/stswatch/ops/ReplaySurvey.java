package org.stswatch.ops;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.stswatch.event.VesselSighting;
import org.stswatch.source.Item;
import org.stswatch.source.Messages;
import org.stswatch.source.OrderedStatements;
import org.stswatch.source.ReplayClock;
import org.stswatch.source.Tally;

/**
 * What the first pass over the inputs of a replay finds.
 *
 * @param clock what {@code receivedAt} would have been
 * @param disorder how far the messages of one vessel go back in time, at most
 * @param sightings how many the second pass will publish, to show progress
 */
record ReplaySurvey(ReplayClock clock, Duration disorder, long sightings) {

  /** Reads all inputs; a second time where bad dates are in the way. */
  static ReplaySurvey of(
      List<? extends Messages> inputs, Window window, StopSignal stop, LongConsumer progress)
      throws IOException {
    ReplayClock.Builder times = new ReplayClock.Builder();
    OrderedStatements.Survey order = new OrderedStatements.Survey();
    long[] count = new long[1];
    Tally tally = new Tally();
    read(
        inputs,
        tally,
        item -> {
          stop.check();
          heard(item, window, order::heard);
          if (item instanceof Item.Sighted s && isTimed(s.sighting(), window)) {
            times.add(s.sighting().getObservedAt().toEpochMilli());
            count[0]++;
          }
          progress.accept(tally.lines());
        });
    ReplayClock clock = times.build();
    // No more than the lateness of the whole, and so no bad date has made it: good as it is.
    Duration disorder =
        order.disorder().compareTo(clock.lateness()) <= 0
            ? order.disorder()
            : disorder(inputs, window, clock, stop);
    return new ReplaySurvey(clock, disorder, count[0]);
  }

  /** The disorder without the bad dates, which were not known as such before. */
  private static Duration disorder(
      List<? extends Messages> inputs, Window window, ReplayClock clock, StopSignal stop)
      throws IOException {
    OrderedStatements.Survey order = new OrderedStatements.Survey();
    read(
        inputs,
        new Tally(),
        item -> {
          stop.check();
          heard(
              item,
              window,
              (vessel, atMs) -> {
                if (!clock.extreme(atMs)) {
                  order.heard(vessel, atMs);
                }
              });
        });
    return order.disorder();
  }

  private static void read(List<? extends Messages> inputs, Tally tally, Consumer<Item> to)
      throws IOException {
    for (Messages input : inputs) {
      input.read(to, tally);
    }
  }

  private interface Heard {
    void at(String vessel, long atMs);
  }

  private static void heard(Item item, Window window, Heard to) {
    if (item instanceof Item.Sighted s && isTimed(s.sighting(), window)) {
      at(s.sighting().getVesselKey(), s.sighting().getObservedAt(), to);
    } else if (item instanceof Item.Stated s && window.contains(s.statement().getObservedAt())) {
      at(s.statement().getMmsi(), s.statement().getObservedAt(), to);
    }
  }

  private static void at(String vessel, Instant time, Heard to) {
    to.at(vessel, time.toEpochMilli());
  }

  private static boolean isTimed(VesselSighting sighting, Window window) {
    return window.contains(sighting.getObservedAt()) && !Claim.isDetection(sighting);
  }
}
