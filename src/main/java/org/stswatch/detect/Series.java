package org.stswatch.detect;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stswatch.event.state.ClosedMeeting;

/**
 * What a detector judges: encounters in months in a row of tankers that had left a port of oil of
 * the Russian Far East with ships linked to the DPRK.
 *
 * @param meetings at least one, by start
 */
public record Series(List<ClosedMeeting> meetings) {
  /** A ship comes from its last port for so long (design, scope). */
  public static final Duration FROM_PORT = Visit.COUNTS_FOR;

  public Series {
    meetings = List.copyOf(meetings);
  }

  /** The UTC month in which an encounter began. */
  public static YearMonth month(ClosedMeeting meeting) {
    return YearMonth.from(meeting.getStart().atOffset(ZoneOffset.UTC));
  }

  /** Encounters by month. */
  public Map<YearMonth, Integer> byMonth() {
    Map<YearMonth, Integer> months = new TreeMap<>();
    meetings.forEach(m -> months.merge(month(m), 1, Integer::sum));
    return months;
  }
}
