package org.stswatch.ops;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/**
 * What went into a replay, to be held against what came out: nothing may be lost or counted twice.
 *
 * @param feed what the front door counted
 * @param written messages that the broker has taken, by partition
 */
record Account(FeedCounts feed, Map<TopicPartition, Long> written) {
  Account {
    written = Map.copyOf(written);
  }

  /**
   * Where every message went.
   *
   * @throws Failure if one was lost or counted twice
   */
  Counts settle(Topics topics, EndTracker ends, Results results) {
    checkNothingLost(topics, ends);
    Map<String, Long> gate = ends.counts(ResultReader.ENTRY_STAGE);
    Counts counts =
        new Counts(
            feed.lines(),
            feed.skipped(),
            feed.outside,
            feed.in(),
            gate.getOrDefault("accepted", 0L) + feed.unused - feed.beside,
            gate.getOrDefault("duplicate", 0L),
            gate.getOrDefault("late", 0L),
            gate.getOrDefault("rejected", 0L) + feed.rejected,
            results.standingEncounters().size(),
            results.standingAlerts().size());
    if (!counts.balanced()) {
      throw Failure.failed("the counts do not balance: " + counts);
    }
    return counts;
  }

  private void checkNothingLost(Topics topics, EndTracker ends) {
    Set<String> read = topics.inputs().stream().map(Topic::name).collect(Collectors.toSet());
    Map<Integer, Map<String, Long>> judged = ends.countsByPartition(ResultReader.ENTRY_STAGE);
    for (int p = 0; p < topics.inputPartitions(); p++) {
      int partition = p;
      long sent = count(at -> at.partition() == partition && read.contains(at.topic()));
      long in = judged.getOrDefault(p, Map.of()).getOrDefault("in", 0L);
      if (in != sent) {
        throw Failure.failed(
            "partition %d: %,d messages were published, but the gate judged %,d"
                .formatted(p, sent, in));
      }
    }
  }

  private long count(Predicate<TopicPartition> which) {
    return written.entrySet().stream()
        .filter(e -> which.test(e.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
