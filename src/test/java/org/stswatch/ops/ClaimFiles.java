package org.stswatch.ops;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.source.WatchlistFile;

/** Files of claims, read as {@code replay} reads them, for tests of other rooms. */
public final class ClaimFiles {
  private ClaimFiles() {}

  /** A claim, and when it was published. */
  public record Published(Instant at, SpecificRecord claim) {}

  /**
   * What a folder holds of {@code watchlist.jsonl}, {@code watchlist.csv}, {@code
   * statements.jsonl}, {@code reports.jsonl} and {@code detections.jsonl}, by the time of
   * publication.
   */
  public static List<Published> in(Path folder) {
    List<Published> all = new ArrayList<>();
    add(all, folder.resolve("watchlist.jsonl"), ClaimFiles::listed);
    add(all, folder.resolve("watchlist.csv"), ClaimFiles::listed);
    add(all, folder.resolve("statements.jsonl"), Claim::statements);
    add(all, folder.resolve("reports.jsonl"), Claim::reports);
    add(all, folder.resolve("detections.jsonl"), Claim::sightings);
    all.sort(Comparator.comparing(Published::at));
    return all;
  }

  private static List<Claim> listed(Path file) {
    return ListedClaims.read(List.of(WatchlistFile.of(file.toString()))).claims();
  }

  private static void add(List<Published> all, Path file, Function<Path, List<Claim>> reader) {
    if (Files.exists(file)) {
      reader.apply(file).forEach(c -> all.add(new Published(c.publishedAt(), c.record())));
    }
  }
}
