package org.stswatch.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stswatch.topology.Partitions;

/**
 * One setting of everything that must not change a result.
 *
 * @param partitions of the stages: a number for the input and what follows from it, or
 *     input/cell/pair/case
 * @param threads of each instance
 * @param instances processes of one application id
 * @param shuffled whether the rows come out of the order of time, within the lateness; else in
 *     order, with lateness 0
 * @param repeated whether one row in five comes again, or another receiver's copy of it
 */
record Combination(
    String partitions, int threads, int instances, boolean shuffled, boolean repeated) {
  static final List<String> PARTITIONS = List.of("1", "2", "6", "4/3/5/2");

  /** Every pair of settings is in one of these eight: an orthogonal array of strength 2. */
  static final List<Combination> COVERING =
      List.of(
          of("1        1 thread   1 instance   in-order  once"),
          of("1        2 threads  2 instances  shuffled  repeated"),
          of("2        1 thread   2 instances  in-order  repeated"),
          of("2        2 threads  1 instance   shuffled  once"),
          of("6        1 thread   1 instance   shuffled  repeated"),
          of("6        2 threads  2 instances  in-order  once"),
          of("4/3/5/2  1 thread   2 instances  shuffled  once"),
          of("4/3/5/2  2 threads  1 instance   in-order  repeated"));

  /** All 64, those of {@link #COVERING} first. */
  static List<Combination> all() {
    List<Combination> all = new ArrayList<>(COVERING);
    for (String partitions : PARTITIONS) {
      for (int bits = 0; bits < 16; bits++) {
        Combination one =
            new Combination(
                partitions, 1 + (bits & 1), 1 + (bits >> 1 & 1), (bits & 4) != 0, (bits & 8) != 0);
        if (!all.contains(one)) {
          all.add(one);
        }
      }
    }
    return all;
  }

  /** Reads what {@link #toString} writes, whatever the spaces. */
  static Combination of(String text) {
    String[] words = text.strip().split("\\s+", -1);
    return new Combination(
        words[0],
        Integer.parseInt(words[1]),
        Integer.parseInt(words[3]),
        words[5].equals("shuffled"),
        words[6].equals("repeated"));
  }

  /** Partitions of each stage. */
  Partitions stages() {
    String[] counts = partitions.split("/", -1);
    int input = Integer.parseInt(counts[0]);
    return counts.length == 1
        ? Partitions.ofInput(input)
        : new Partitions(
            input,
            Integer.parseInt(counts[1]),
            Integer.parseInt(counts[2]),
            Integer.parseInt(counts[3]));
  }

  /** Partitions of each result topic: with unequal stages more than one. */
  int resultPartitions() {
    return partitions.contains("/") ? 2 : 1;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-7s %d thread%s %d instance%s %s %s",
        partitions,
        threads,
        threads == 1 ? " " : "s",
        instances,
        instances == 1 ? " " : "s",
        shuffled ? "shuffled" : "in-order",
        repeated ? "repeated" : "once    ");
  }
}
