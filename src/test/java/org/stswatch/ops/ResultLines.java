package org.stswatch.ops;

import java.util.List;
import org.stswatch.event.Alert;

/** What a replay would write and hash of these alerts, for tests of other rooms. */
public final class ResultLines {
  private ResultLines() {}

  /** As {@code resultSha256} in the manifest. The alerts sorted by start, then id. */
  public static String sha256(List<Alert> alerts) {
    return ResultHash.of(alerts.stream().map(RecordJson::of).toList());
  }
}
