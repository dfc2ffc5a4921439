package org.stswatch.ops;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
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
 * @param order which vessels are steady
 * @param sightings how many the second pass will publish, to show progress
 */
record ReplaySurvey(
    ReplayClock clock, Duration disorder, OrderedStatements.Survey order, long sightings) {

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
          if (item instanceof Item.Sighted s && isTimed(s, window)) {
            order.heard(s.vesselKey(), s.observedAtMs());
            times.add(s.observedAtMs());
            count[0]++;
          } else if (item instanceof Item.Stated s && window.contains(s.statedAtMs())) {
            order.stated(s);
          }
          progress.accept(tally.lines());
        });
    ReplayClock clock = times.build();
    // No more than the lateness of the whole, and so no bad date has made it: good as it is.
    Duration disorder =
        order.disorder().compareTo(clock.lateness()) <= 0
            ? order.disorder()
            : disorder(inputs, window, clock, stop);
    return new ReplaySurvey(clock, disorder, order, count[0]);
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
          if (item instanceof Item.Sighted s
              && isTimed(s, window)
              && !clock.extreme(s.observedAtMs())) {
            order.heard(s.vesselKey(), s.observedAtMs());
          } else if (item instanceof Item.Stated s
              && window.contains(s.statedAtMs())
              && !clock.extreme(s.statedAtMs())) {
            order.heard(s.mmsi(), s.statedAtMs());
          }
        });
    return order.disorder();
  }

  private static void read(List<? extends Messages> inputs, Tally tally, Consumer<Item> to)
      throws IOException {
    for (Messages input : inputs) {
      input.read(to, tally);
    }
  }

  private static boolean isTimed(Item.Sighted sighted, Window window) {
    return window.contains(sighted.observedAtMs()) && !Claim.isDetection(sighted.sourceKind());
  }
}
