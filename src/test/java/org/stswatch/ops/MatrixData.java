package org.stswatch.ops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.topology.Settings;

/** The data sets of the matrix, each with settings under which it has something to alert. */
enum MatrixData {
  /** Constructed: 100,000 rows, 14 planted meetings, with names, types and sizes in each row. */
  S1E5("src/test/resources/bench-s1e5/ais.csv.gz", Map.of()),

  /** One real day of New York harbour: 9,091 positions. */
  HARBOUR(
      "src/test/resources/nyharbor-2020-12-08/positions.csv",
      Map.of(
          "encounter.port-exclusion-m", "0",
          "encounter.min-duration", "60m",
          "encounter.anchored-neighbours", "off"));

  final Path file;
  private final Map<String, String> overrides;

  MatrixData(String file, Map<String, String> overrides) {
    this.file = Path.of(file);
    this.overrides = overrides;
  }

  /** Of the default profile, alerting everywhere. */
  Settings settings() {
    Map<String, String> all = new TreeMap<>(overrides);
    all.put("alert.scope", "world");
    return Settings.ofProfile("gfw", all);
  }

  /** The same as options of {@code replay}. */
  List<String> options() {
    List<String> options = new ArrayList<>(List.of("--scope", "world"));
    new TreeMap<>(overrides).forEach((k, v) -> options.addAll(List.of("--set", k + "=" + v)));
    return options;
  }
}
