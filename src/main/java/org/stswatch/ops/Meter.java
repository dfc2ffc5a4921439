package org.stswatch.ops;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/** Reads three clocks: the wall's, the CPU of this process, and that of a broker of its own. */
final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Optional<ProcessHandle> broker;

  Meter(Optional<ProcessHandle> broker) {
    this.broker = broker;
  }

  /** The clocks at one moment, ns. */
  record Reading(long atNs, long cpuNs, long brokerCpuNs) {
    /** From this moment to the other. */
    Cost to(Reading later) {
      return new Cost(
          (later.atNs - atNs) / 1e9,
          (later.cpuNs - cpuNs) / 1e9,
          (later.brokerCpuNs - brokerCpuNs) / 1e9);
    }
  }

  /**
   * What a stretch of work took.
   *
   * @param seconds on the wall's clock
   * @param cpuSeconds of this process, all threads, collector and compiler included
   * @param brokerCpuSeconds of the broker's process; 0 where it is none of ours
   */
  record Cost(double seconds, double cpuSeconds, double brokerCpuSeconds) {
    double allCpuSeconds() {
      return cpuSeconds + brokerCpuSeconds;
    }
  }

  Reading read() {
    long brokerNs =
        broker.flatMap(b -> b.info().totalCpuDuration()).map(Duration::toNanos).orElse(0L);
    return new Reading(System.nanoTime(), SYSTEM.getProcessCpuTime(), brokerNs);
  }
}
