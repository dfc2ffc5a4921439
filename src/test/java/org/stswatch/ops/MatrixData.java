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
  S1E5("src/test/resources/bench-s1e5/ais.csv.gz", "alert.scope=world"),

  /** One real day of New York harbour: 9,091 positions. */
  HARBOUR(
      "src/test/resources/nyharbor-2020-12-08/positions.csv",
      "alert.scope=world encounter.port-exclusion-m=0 encounter.min-duration=60m"
          + " encounter.anchored-neighbours=off");

  final Path file;
  private final String overrides;

  MatrixData(String file, String overrides) {
    this.file = Path.of(file);
    this.overrides = overrides;
  }

  /** The default profile with what this set needs. */
  Settings settings() {
    Map<String, String> byKey = new TreeMap<>();
    for (String one : overrides.split(" ", -1)) {
      int equals = one.indexOf('=');
      byKey.put(one.substring(0, equals), one.substring(equals + 1));
    }
    return Settings.ofProfile("gfw", byKey);
  }

  /** The same as options of {@code replay}. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    for (String one : overrides.split(" ", -1)) {
      options.addAll(List.of("--set", one));
    }
    return options;
  }
}
