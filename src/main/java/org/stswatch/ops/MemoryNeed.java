package org.stswatch.ops;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a bench needs: on a machine that swaps, or at the edge of its heap, figures mean nothing.
 */
final class MemoryNeed {
  /** Stores, buffers of consumers and producers, and room for the collector. */
  private static final long HEAP_MB = 1024;

  /** Metaspace, code, stacks and network buffers of each JVM. */
  private static final long BESIDE_HEAP_MB = 300;

  private static final long MB = 1 << 20;

  private MemoryNeed() {}

  /**
   * Refuses to go on where memory is short.
   *
   * @param brokerElsewhere whether the broker is none of ours
   */
  static void check(boolean brokerElsewhere) {
    long heapMb = Runtime.getRuntime().maxMemory() / MB;
    if (heapMb < HEAP_MB * 8 / 10) { // the JVM leaves a survivor space out
      throw Failure.failed(
          "a bench needs a heap of %,d MB, this has %,d: STS_JAVA_OPTS=-Xmx%dm"
              .formatted(HEAP_MB, heapMb, HEAP_MB));
    }
    long brokerMb = brokerElsewhere ? 0 : BrokerServer.HEAP_MB + BESIDE_HEAP_MB;
    long needMb = HEAP_MB + BESIDE_HEAP_MB + brokerMb;
    long availableMb = availableBytes() / MB;
    if (availableMb < needMb) {
      throw Failure.failed(
          "a bench needs %,d MB of memory, %,d MB are free: the figures would be those of a machine"
                  .formatted(needMb, availableMb)
              + " that swaps");
    }
  }

  /** What Linux could give without swapping, its caches included; never more than a container's. */
  private static long availableBytes() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long available = system.getFreeMemorySize();
    try {
      available =
          Files.readAllLines(Path.of("/proc/meminfo")).stream()
              .filter(line -> line.startsWith("MemAvailable:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
              .findFirst()
              .orElse(available);
    } catch (IOException e) {
      // no Linux: what is free without the caches
    }
    return Math.min(available, system.getTotalMemorySize());
  }
}
