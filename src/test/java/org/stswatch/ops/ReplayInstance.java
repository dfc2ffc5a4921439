package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.streams.Topology;

/**
 * A further process of a replay: the same topology under the same application id, with a state
 * folder of its own. It works until it is asked to stop; its log then says what it has done.
 */
final class ReplayInstance implements AutoCloseable {
  private static final String STOPPED = "stopped ";

  private final TetheredProcess process;
  private final Path log;

  private ReplayInstance(TetheredProcess process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * What an instance has done.
   *
   * @param processed records, internal ones included
   * @param dropped records that Kafka Streams gave up, as late or null
   */
  record Work(long processed, long dropped) {
    /** Of all instances in this process that still run. */
    static Work here() {
      return new Work(
          sum("kafka.streams:type=stream-thread-metrics,*", "process-total"),
          sum("kafka.streams:type=stream-task-metrics,*", "dropped-records-total"));
    }

    private static boolean has(MBeanInfo bean, String attribute) {
      return Stream.of(bean.getAttributes()).anyMatch(a -> a.getName().equals(attribute));
    }

    private static long sum(String beans, String attribute) {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      List<Double> found = new ArrayList<>();
      try {
        for (ObjectName name : server.queryNames(new ObjectName(beans), null)) {
          if (has(server.getMBeanInfo(name), attribute)) {
            found.add(((Number) server.getAttribute(name, attribute)).doubleValue());
          }
        }
      } catch (JMException e) {
        throw new AssertionError(beans, e);
      }
      assertThat(found).as(beans + " " + attribute).isNotEmpty();
      return Math.round(found.stream().mapToDouble(Double::doubleValue).sum());
    }
  }

  /** Starts it, through a wrapper such as faketime where one is given. */
  static ReplayInstance start(List<String> wrapper, MatrixTopology what, int threads, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(java());
    command.add(ReplayInstance.class.getName());
    command.addAll(what.arguments());
    command.add(Integer.toString(threads));
    command.add(folder.resolve("state").toString());
    Path log = Files.createFile(folder.resolve("log.txt"));
    return new ReplayInstance(TetheredProcess.start(command, log), log);
  }

  /** A Java process as this one, with a smaller heap. */
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-Dorg.apache.avro.specific.use_custom_coders=true",
        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=org.stswatch",
        "-cp",
        System.getProperty("java.class.path"));
  }

  /** Whether it has its part of the work. */
  boolean isRunning() {
    return said().contains("running\n");
  }

  boolean isAlive() {
    try {
      return !process.endsWithin(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All that it has said so far. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Stops it and tells what it has done. */
  Work stop() {
    process.close();
    String line =
        said().lines().filter(l -> l.startsWith(STOPPED)).findFirst().orElseThrow(this::silent);
    String[] words = line.split(" ", -1);
    return new Work(Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  private AssertionError silent() {
    return new AssertionError("the second instance has said no farewell:\n" + said());
  }

  @Override
  public void close() {
    process.close();
  }

  public static void main(String[] args) throws Exception {
    int last = args.length - 1;
    MatrixTopology what = MatrixTopology.of(List.of(args).subList(0, last - 1));
    Topology topology = what.build();
    Processor processor =
        new Processor(
            topology,
            StreamsProperties.replay(
                what.connection().client(),
                what.topics().applicationId(),
                Path.of(args[last]),
                Integer.parseInt(args[last - 1])),
            what.connection().patience());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(processor)));
    processor.start();
    while (!processor.readiness().ready() && processor.isAlive()) {
      Thread.sleep(Duration.ofMillis(50).toMillis());
    }
    say("running");
    processor.awaitStop();
    processor.failure().ifPresent(ReplayInstance::say);
  }

  private static void stop(Processor processor) {
    Work work = Work.here();
    say(STOPPED + work.processed() + " " + work.dropped());
    processor.close();
  }

  private static void say(Object text) {
    System.out.println(text);
    System.out.flush();
  }
}
