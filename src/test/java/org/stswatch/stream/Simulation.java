package org.stswatch.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Runs the tasks of a topology in one thread, in an order drawn by chance: which task goes on, how
 * far, from which of its channels, who commits when, and who fails.
 */
public final class Simulation {
  /**
   * How it runs.
   *
   * @param live whether messages come while others are processed, or lie there at the start
   * @param producers each commits, and fails, the tasks that are dealt to it together
   * @param commitEvery mean number of turns between two commits
   * @param longestTurn most records of one turn
   * @param crashes how often a producer fails and begins again
   * @param revivals how often Kafka Streams tries to use the same objects again
   * @param restoresWatermarks false for a control
   */
  public record Plan(
      boolean live,
      int producers,
      int commitEvery,
      int longestTurn,
      int crashes,
      int revivals,
      boolean restoresWatermarks) {}

  /** Mean number of turns between two failures. */
  private static final int FAIL_EVERY = 25;

  /** Live, fewer messages than this come in one turn. */
  private static final int AT_ONCE = 4;

  private final SimulatedLog log;
  private final Plan plan;
  private final Random random;
  private final List<Runner> runners = new ArrayList<>();
  private int failuresLeft;
  private int revivalsLeft;
  private int undone;
  private int revived;

  /** A task, whose it is, and how often it has its turn. */
  private record Runner(SimulatedTask task, int producer, double speed) {}

  /**
   * What happened.
   *
   * @param undone failures that undid something
   * @param revived tasks that Kafka Streams was kept from using again
   */
  public record Course(int undone, int revived) {}

  public Simulation(Wiring wiring, SimulatedLog log, Plan plan, Random random) {
    this.log = log;
    this.plan = plan;
    this.random = random;
    failuresLeft = plan.crashes() + plan.revivals();
    revivalsLeft = plan.revivals();
    StreamsMetrics metrics = SimulatedContext.metrics();
    Predicate<Bytes> restored = key -> plan.restoresWatermarks() || key.get()[0] != 'w';
    int number = 0;
    for (Wiring.Part part : wiring.parts()) {
      for (int p = 0; p < part.partitions; p++) {
        SimulatedTask task =
            new SimulatedTask(new TaskId(number, p), part, this.log, metrics, restored, random);
        runners.add(new Runner(task, random.nextInt(plan.producers()), Lot.speed(random)));
      }
      number++;
    }
  }

  /** Until nobody has anything to read or to commit. */
  public Course run() {
    while (true) {
      boolean more = log.receive(plan.live() ? random.nextInt(AT_ONCE) : Integer.MAX_VALUE);
      List<Runner> ready = runners.stream().filter(r -> r.task.ready()).toList();
      if (ready.isEmpty()) {
        if (!more && runners.stream().allMatch(r -> r.task.since() == 0)) {
          return new Course(undone, revived);
        }
        if (!mayFail()) {
          commit(anyProducer());
        }
        continue;
      }
      SimulatedTask task = Lot.draw(ready, Runner::speed, random).task;
      for (int n = random.nextInt(plan.longestTurn()); n >= 0 && task.ready(); n--) {
        task.process(random);
      }
      if (random.nextInt(plan.commitEvery()) == 0) {
        commit(anyProducer());
      }
      mayFail();
    }
  }

  private int anyProducer() {
    return random.nextInt(plan.producers());
  }

  private List<SimulatedTask> of(int producer) {
    return runners.stream().filter(r -> r.producer == producer).map(Runner::task).toList();
  }

  private void commit(int producer) {
    of(producer).forEach(SimulatedTask::commit);
  }

  private boolean mayFail() {
    if (failuresLeft == 0 || random.nextInt(FAIL_EVERY) > 0) {
      return false;
    }
    failuresLeft--;
    List<SimulatedTask> tasks = of(anyProducer());
    if (tasks.stream().anyMatch(t -> t.since() > 0)) {
      undone++;
    }
    if (revivalsLeft > 0 && !tasks.isEmpty()) {
      revivalsLeft--;
      revive(tasks.get(random.nextInt(tasks.size())));
    }
    tasks.forEach(SimulatedTask::begin);
    return true;
  }

  /** The program refuses, and its thread is replaced. */
  private void revive(SimulatedTask task) {
    try {
      task.revive();
    } catch (LostPlaceException e) {
      revived++;
      return;
    }
    throw new AssertionError("a corrupted task was used again");
  }
}
