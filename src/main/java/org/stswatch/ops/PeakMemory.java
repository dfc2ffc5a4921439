package org.stswatch.ops;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory at its highest.
 *
 * @param heapPeakBytes sum of the peaks of the heap's pools since {@link #reset}, garbage included
 * @param heapLiveBytes what the collector left at its last run, the nearest there is to what is
 *     needed
 * @param residentPeakBytes of this process since it started, what the heap has kept included; empty
 *     where the system does not tell
 * @param brokerResidentPeakBytes of the broker's process; empty where it is none of ours
 */
record PeakMemory(
    long heapPeakBytes,
    long heapLiveBytes,
    OptionalLong residentPeakBytes,
    OptionalLong brokerResidentPeakBytes) {

  /** Starts anew, from a collected heap. */
  static void reset() {
    System.gc(); // the garbage of the run before is not this run's
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  static PeakMemory read(java.util.Optional<ProcessHandle> broker) {
    long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    long live =
        heap().stream()
            .filter(pool -> pool.getCollectionUsage() != null)
            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
            .sum();
    return new PeakMemory(
        peak,
        live,
        residentPeak(ProcessHandle.current()),
        broker.map(PeakMemory::residentPeak).orElse(OptionalLong.empty()));
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  /** VmHWM of Linux. */
  private static OptionalLong residentPeak(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
