package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.stswatch.ops.ReplayInstance.Work;

/** The instances of one run: one here, or none, and others in processes of their own. */
final class MatrixInstances implements AutoCloseable {
  private final List<ReplayInstance> others = new ArrayList<>();
  private final Optional<Processor> here;

  MatrixInstances(
      MatrixTopology what,
      Path folder,
      @Nullable Function<MatrixTopology, Topology> topology,
      int others,
      List<String> wrapper)
      throws IOException {
    int threads = what.combination().threads();
    for (int i = 0; i < others; i++) {
      this.others.add(ReplayInstance.start(wrapper, what, threads, folder.resolve("instance" + i)));
    }
    Path state = Files.createDirectories(folder.resolve("state"));
    here =
        Optional.ofNullable(topology)
            .map(
                t ->
                    new Processor(
                        t.apply(what),
                        StreamsProperties.replay(
                            what.connection().client(),
                            what.topics().applicationId(),
                            state,
                            threads),
                        what.connection().patience()));
    here.ifPresent(Processor::start);
  }

  void awaitRunning() {
    await()
        .atMost(MatrixRun.MOST)
        .failFast(() -> assertThat(areAlive()).as(said()).isTrue())
        .until(() -> areAll(p -> p.readiness().ready(), ReplayInstance::isRunning));
  }

  boolean areAlive() {
    return areAll(Processor::isAlive, ReplayInstance::isAlive);
  }

  private boolean areAll(
      Function<Processor, Boolean> local, Function<ReplayInstance, Boolean> other) {
    return here.map(local).orElse(true) && others.stream().allMatch(other::apply);
  }

  String said() {
    return here.flatMap(Processor::failure)
        + " "
        + others.stream().map(ReplayInstance::said).toList();
  }

  /** How many records they dropped. Each must have done a part of the work. */
  long stop() {
    List<Work> work = new ArrayList<>(here.map(p -> Work.here()).stream().toList());
    others.forEach(o -> work.add(o.stop()));
    assertThat(work).as("work of each instance").allMatch(w -> w.processed() > 0);
    return work.stream().mapToLong(Work::dropped).sum();
  }

  @Override
  public void close() {
    here.ifPresent(Processor::close);
    others.forEach(ReplayInstance::close);
  }
}
