package org.stswatch.ops;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.stswatch.ops.KillPlan.Aftermath;
import org.stswatch.ops.KillPlan.Kill;

/** Carries out a {@link KillPlan} on a running trial and measures how long its output stops. */
final class Killer implements Trial.Disturbance {
  /** What every task reads all the time; statements are rare. */
  private static final List<String> BUSY_TOPICS =
      List.of("sightings", "cell-repartition", "pair-repartition", "case-repartition");

  private final KillPlan plan;
  private final boolean bounceBrokers;
  private final List<Recovery> recoveries = new ArrayList<>();

  /**
   * @param bounceBrokers whether every other kill finds a leader stopped hard
   */
  Killer(KillPlan plan, boolean bounceBrokers) {
    this.plan = plan;
    this.bounceBrokers = bounceBrokers;
  }

  /**
   * What came of a kill.
   *
   * @param at committed part of the input, 0 to 1
   * @param partitions how many the killed instances were reading
   * @param brokerDown the node that was down meanwhile, or 0
   * @param outputMs from the kill until each of these partitions was processed further
   * @param readersMs from the kill until readers of committed records saw past what was there
   */
  record Recovery(
      Kill kill, double at, int partitions, int brokerDown, long outputMs, long readersMs) {
    String line(int number, int of) {
      return String.format(
          Locale.ROOT,
          "kill %d/%d: %s %s at %.1f %% of the input, %d partitions%s:"
              + " output resumed after %.1f s, readers free after %.1f s",
          number,
          of,
          kill.aftermath() == Aftermath.BOTH ? "all instances" : "instance " + kill.victim(),
          kill.aftermath(),
          at * 100,
          partitions,
          brokerDown == 0 ? "" : ", broker " + brokerDown + " down",
          outputMs / 1e3,
          readersMs / 1e3);
    }
  }

  List<Recovery> recoveries() {
    return List.copyOf(recoveries);
  }

  @Override
  public void disturb(Trial.Scene scene) {
    long base = 0;
    for (Kill kill : plan.kills()) {
      long target = base + Math.round(kill.afterProgress() * scene.published());
      scene.await(() -> scene.committed().sightings() >= target);
      boolean bounce = bounceBrokers && recoveries.size() % 2 == 0;
      int down = bounce ? stopLeader(scene) : 0;
      pause(kill.delay());
      base = kill(kill, scene, down);
      scene.log().println(last().line(recoveries.size(), plan.kills().size()));
      if (down > 0) {
        scene.brokers().start(down);
        scene.await(() -> scene.committed().isReplicated());
      }
    }
  }

  private Recovery last() {
    return recoveries.get(recoveries.size() - 1);
  }

  /** Stops the node that leads one of the partitions read; each kill takes another partition. */
  private int stopLeader(Trial.Scene scene) {
    List<TopicPartition> read =
        scene.committed().processed().keySet().stream()
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .toList();
    int node = scene.committed().leaderOf(read.get(recoveries.size() % read.size()));
    scene.brokers().stop(node);
    return node;
  }

  /** Returns how many sightings had been committed. */
  private long kill(Kill kill, Trial.Scene scene, int brokerDown) {
    List<Instance> victims =
        kill.aftermath() == Aftermath.BOTH
            ? scene.instances()
            : List.of(scene.instances().get(kill.victim()));
    CommittedOutput committed = scene.committed();
    Set<TopicPartition> theirs = new HashSet<>();
    scene.await(
        () -> {
          theirs.clear();
          victims.forEach(v -> theirs.addAll(busy(committed.assignedTo(v))));
          return !theirs.isEmpty();
        });
    victims.forEach(Instance::kill);
    long killedNs = System.nanoTime();
    Map<TopicPartition, Long> processed = committed.processed();
    Map<TopicPartition, Long> written =
        committed.ends(committed.written(), IsolationLevel.READ_UNCOMMITTED);
    long sightings = committed.sightings();
    if (kill.aftermath() == Aftermath.WIPED) {
      victims.forEach(Instance::wipe);
    }
    if (kill.aftermath() != Aftermath.ABSENT) {
      victims.forEach(Instance::start);
    }
    List<Instance> gone = kill.aftermath() == Aftermath.ABSENT ? victims : List.of();
    long[] resumedMs = awaitRecovery(scene, gone, theirs, processed, written, killedNs);
    gone.forEach(Instance::start);
    double at = sightings / (double) scene.published();
    recoveries.add(new Recovery(kill, at, theirs.size(), brokerDown, resumedMs[0], resumedMs[1]));
    return sightings;
  }

  /** Both times of a {@link Recovery}. */
  private static long[] awaitRecovery(
      Trial.Scene scene,
      List<Instance> gone,
      Set<TopicPartition> theirs,
      Map<TopicPartition, Long> processed,
      Map<TopicPartition, Long> written,
      long killedNs) {
    CommittedOutput committed = scene.committed();
    long[] ms = new long[2];
    await()
        .atMost(Trial.HANG)
        .pollInterval(Trial.LOOK_EVERY)
        .until(
            () -> {
              scene.checkAlive(gone);
              boolean finished = scene.isFinished();
              long nowMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killedNs);
              if (ms[0] == 0 && (finished || hasMoved(committed.processed(), theirs, processed))) {
                ms[0] = nowMs;
              }
              if (ms[1] == 0 && isReadable(committed, written)) {
                ms[1] = nowMs;
              }
              return ms[0] > 0 && ms[1] > 0;
            });
    return ms;
  }

  private static boolean hasMoved(
      Map<TopicPartition, Long> now,
      Set<TopicPartition> partitions,
      Map<TopicPartition, Long> before) {
    return partitions.stream().allMatch(p -> now.getOrDefault(p, 0L) > before.getOrDefault(p, 0L));
  }

  private static boolean isReadable(CommittedOutput committed, Map<TopicPartition, Long> written) {
    Map<TopicPartition, Long> readable =
        committed.ends(written.keySet(), IsolationLevel.READ_COMMITTED);
    return written.entrySet().stream()
        .allMatch(e -> readable.getOrDefault(e.getKey(), 0L) >= e.getValue());
  }

  private static Set<TopicPartition> busy(Set<TopicPartition> partitions) {
    return partitions.stream()
        .filter(p -> BUSY_TOPICS.stream().anyMatch(p.topic()::endsWith))
        .collect(Collectors.toSet());
  }

  /** Not to wait for anything: it moves the kill within the transaction. */
  private static void pause(Duration delay) {
    try {
      TimeUnit.MILLISECONDS.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
