package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.stswatch.event.RejectReason;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.VesselReport;

/** Reports at the gate. */
class JudgeOfReportsTest {
  private static final Instant OCTOBER = Instant.parse("2017-10-16T00:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2017-12-29T00:00:00Z");
  private static final Judge LIVE =
      new Judge(
          new TimeSettings(
              Duration.ofHours(6), Duration.ofMinutes(1), true, Duration.ofMinutes(1)));

  private static VesselReport report(int ships, Instant publishedAt) {
    return VesselReport.newBuilder()
        .setReportId("r")
        .setOriginatorId("o")
        .setSubjects(
            Collections.nCopies(ships, new ReportSubject("8125703", null, null, null, null)))
        .setFrom(OCTOBER)
        .setPublishedAt(publishedAt)
        .build();
  }

  @Test
  void whatIsToldInDecemberOfOctoberIsNeverLate() {
    assertThat(LIVE.refuse(report(1, DECEMBER), DECEMBER.toEpochMilli())).isNull();
    assertThat(LIVE.refuse(report(1, OCTOBER), DECEMBER.toEpochMilli())).isNull();
  }

  @Test
  void whatIsPublishedTomorrowIsRefused() {
    assertThat(reason(report(1, DECEMBER.plusSeconds(86_400)))).isEqualTo(RejectReason.FUTURE);
  }

  @Test
  void aReportOfMoreThanFiftyShipsIsAList() {
    assertThat(LIVE.refuse(report(50, DECEMBER), DECEMBER.toEpochMilli())).isNull();
    assertThat(reason(report(51, DECEMBER))).isEqualTo(RejectReason.OVERSIZE);
  }

  private static RejectReason reason(VesselReport report) {
    return Objects.requireNonNull(LIVE.refuse(report, DECEMBER.toEpochMilli())).reason();
  }
}
