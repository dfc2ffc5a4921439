package org.stswatch.ops;

import java.util.List;
import java.util.Locale;

/** What a replay found, for people. */
final class Summary {
  private Summary() {}

  /** A table of the standing alerts, then where every message went. */
  static String of(Replay.Outcome outcome) {
    Counts n = outcome.counts();
    StringBuilder text = new StringBuilder(alerts(outcome.results()));
    text.append(
        String.format(
            Locale.ROOT,
            "%,d messages: %,d accepted, %,d duplicate, %,d late, %,d rejected"
                + " (%,d lines, %,d without a message)%n",
            n.in(),
            n.accepted(),
            n.duplicate(),
            n.late(),
            n.rejected(),
            n.lines(),
            n.skipped()));
    outcome
        .results()
        .rejectsByReason()
        .forEach((reason, count) -> text.append("  ").append(reason + " " + count).append('\n'));
    return text.append(
            String.format(
                Locale.ROOT,
                "%,d encounters, %,d alerts; %.1f s, %,d messages per second%n",
                n.encounters(),
                n.alerts(),
                outcome.manifest().path("seconds").asDouble(),
                outcome.manifest().path("recordsPerSecond").asLong()))
        .toString();
  }

  /** The table alone. */
  static String alerts(Results results) {
    List<AlertRow> rows =
        results.standingAlerts().stream().map(RecordJson::of).map(AlertRow::of).toList();
    if (rows.isEmpty()) {
      return "No alerts.\n";
    }
    TextTable table = new TextTable("SEVERITY", "TYPE", "VESSELS", "START", "END", "PLACE");
    for (AlertRow row : rows) {
      table.row(
          row.severity(),
          row.type(),
          String.join(" x ", row.vessels()),
          AlertRow.minute(row.start()),
          AlertRow.minute(row.end()),
          String.format(Locale.ROOT, "%.3f,%.3f %s", row.lat(), row.lon(), row.place()).strip());
    }
    return table.toString();
  }
}
