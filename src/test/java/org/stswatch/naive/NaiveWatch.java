package org.stswatch.naive;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.SessionWindows;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.kstream.Windowed;
import org.stswatch.geo.Geodesy;
import org.stswatch.naive.History.Report;

/**
 * Two ships close for half an hour, as a competent user of Kafka Streams would write it: reports go
 * to their cell, neighbours in time are joined, close pairs go to sessions, all with an hour of
 * grace for what comes late. (What it leaves out, the borders of cells, the meetings do not touch.)
 *
 * <p>The time of a window is stream time, the largest that its task has seen. Behind a repartition
 * topic that is the time of whoever upstream is ahead, and what the others send is late.
 */
final class NaiveWatch {
  private static final double CLOSE_M = 500;
  private static final Duration CLOSE_FOR = Duration.ofMinutes(30);
  private static final Duration AT_ONCE = Duration.ofMinutes(5);
  private static final Duration GRACE = Duration.ofHours(1);

  private NaiveWatch() {}

  /**
   * From reports as CSV, keyed by ship, to pairs: key {@code pair start end}; a null value takes
   * one back.
   */
  static Topology topology(String reports, String pairs, int partitions) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<String, String> inCells =
        builder.stream(reports, Consumed.with(Serdes.String(), Serdes.String()))
            .selectKey((mmsi, report) -> cell(report))
            .repartition(repartitioned("cell", partitions));
    inCells
        .join(
            inCells,
            (one, other) -> one + ";" + other,
            JoinWindows.ofTimeDifferenceAndGrace(AT_ONCE, GRACE),
            StreamJoined.with(Serdes.String(), Serdes.String(), Serdes.String())
                .withStoreName("neighbours"))
        .filter((cell, two) -> isClosePair(two))
        .map((cell, two) -> KeyValue.pair(pair(two), ""))
        .repartition(repartitioned("pair", partitions))
        .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
        .windowedBy(SessionWindows.ofInactivityGapAndGrace(CLOSE_FOR, GRACE))
        .count(Materialized.as("sessions"))
        .toStream()
        .filter((session, contacts) -> contacts == null || length(session) >= CLOSE_FOR.toMillis())
        .map((session, contacts) -> KeyValue.pair(name(session), contacts))
        .to(pairs, Produced.with(Serdes.String(), Serdes.Long()));
    return builder.build();
  }

  private static Repartitioned<String, String> repartitioned(String name, int partitions) {
    return Repartitioned.<String, String>as(name)
        .withKeySerde(Serdes.String())
        .withValueSerde(Serdes.String())
        .withNumberOfPartitions(partitions);
  }

  private static String cell(String report) {
    Report r = Report.of(report);
    return (int) Math.floor(r.lat()) + " " + (int) Math.floor(r.lon());
  }

  private static boolean isClosePair(String two) {
    Report one = Report.of(two.substring(0, two.indexOf(';')));
    Report other = Report.of(two.substring(two.indexOf(';') + 1));
    return one.mmsi().compareTo(other.mmsi()) < 0
        && Geodesy.distanceM(one.lat(), one.lon(), other.lat(), other.lon()) <= CLOSE_M;
  }

  private static String pair(String two) {
    String other = two.substring(two.indexOf(';') + 1);
    return Report.of(two.substring(0, two.indexOf(';'))).mmsi() + " " + Report.of(other).mmsi();
  }

  private static long length(Windowed<String> session) {
    return session.window().end() - session.window().start();
  }

  private static String name(Windowed<String> session) {
    return session.key() + " " + session.window().startTime() + " " + session.window().endTime();
  }
}
