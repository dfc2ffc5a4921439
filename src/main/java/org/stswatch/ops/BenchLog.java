package org.stswatch.ops;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The raw log of a measurement: when, on what, by which command, with what result. */
final class BenchLog {
  private BenchLog() {}

  /** Adds to the file; folders are left out of the command, they say nothing. */
  static void append(Path file, List<String> arguments, BenchReport report) throws IOException {
    append(file, arguments, report.text() + RecordJson.line(report.json()));
  }

  /** The same, of what was measured otherwise. */
  static void append(Path file, List<String> arguments, String measured) throws IOException {
    String entry =
        "date     "
            + Instant.now().truncatedTo(ChronoUnit.SECONDS)
            + "\n"
            + "machine  "
            + machine()
            + "\n"
            + "command  sts-watch "
            + command(arguments)
            + "\n"
            + measured
            + "\n\n";
    Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String command(List<String> arguments) {
    return arguments.stream()
        .map(
            a ->
                a.startsWith("-") || !a.contains("/")
                    ? a
                    : String.valueOf(Path.of(a).getFileName()))
        .collect(Collectors.joining(" "));
  }

  private static String machine() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return String.format(
        Locale.ROOT,
        "%d cores, %.1f GB, %s %s, JDK %s, heap %d MB, load %.2f, sts-watch %s",
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / 1e9,
        system.getName(),
        system.getArch(),
        Runtime.version(),
        Runtime.getRuntime().maxMemory() >> 20,
        system.getSystemLoadAverage(),
        ProgramVersion.get());
  }
}
