package org.stswatch.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.source.Input;
import org.stswatch.source.WatchlistFile;

/**
 * What to replay, and how.
 *
 * @param inputs the stream of messages, in sequence
 * @param reports files of VesselReport
 * @param statements files of VoyageStatement
 * @param sightings files of VesselSighting, detections as a rule
 * @param watchlist files of watch lists
 * @param ports ports in place of the reference pack's
 * @param rules settings
 * @param partitions of each input topic
 * @param threads of the processor
 * @param pace how fast
 * @param window which part
 */
record ReplayRequest(
    List<Input> inputs,
    List<Path> reports,
    List<Path> statements,
    List<Path> sightings,
    List<WatchlistFile> watchlist,
    Optional<Path> ports,
    Rules rules,
    int partitions,
    int threads,
    Pace pace,
    Window window) {

  ReplayRequest {
    inputs = List.copyOf(inputs);
    reports = List.copyOf(reports);
    statements = List.copyOf(statements);
    sightings = List.copyOf(sightings);
    watchlist = List.copyOf(watchlist);
  }

  /** All claims of all files but the watch lists. */
  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    reports.forEach(file -> claims.addAll(Claim.reports(file)));
    statements.forEach(file -> claims.addAll(Claim.statements(file)));
    sightings.forEach(file -> claims.addAll(Claim.sightings(file)));
    return claims;
  }

  /** Every file with its hash, in the order of the command line. */
  List<InputFile> files() {
    List<InputFile> files = new ArrayList<>();
    try {
      for (Input input : inputs) {
        files.add(InputFile.of("messages", input.name(), input.file()));
      }
      addAll(files, "reports", reports);
      addAll(files, "statements", statements);
      addAll(files, "sightings", sightings);
      for (WatchlistFile list : watchlist) {
        if (!list.isPack()) {
          files.add(InputFile.of("watchlist", list.label(), list.file()));
          addAll(files, "watchlist", list.beside());
        }
      }
      addAll(files, "ports", ports.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The allowed lateness: what the input needs, unless somebody asked for less. */
  Duration lateness(Duration derived) {
    return rules.latenessCap().filter(c -> c.compareTo(derived) < 0).orElse(derived);
  }

  /** 12 hex digits over inputs and settings: the same work has the same id. */
  String runId(List<InputFile> files) {
    StringBuilder all = new StringBuilder();
    files.forEach(f -> all.append(f.role()).append(' ').append(f.sha256()).append('\n'));
    all.append(rules.settings().profile()).append(rules.settings().values());
    all.append(partitions).append(window);
    watchlist.forEach(list -> all.append(list.isPack() ? list.file() : list.copied()));
    return Sha256.of(all.toString()).substring(0, 12);
  }

  private static void addAll(List<InputFile> files, String role, List<Path> paths)
      throws IOException {
    for (Path path : paths) {
      files.add(InputFile.of(role, String.valueOf(path.getFileName()), path));
    }
  }
}
