package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;

class ReportTableTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("reports.csv"), text);
  }

  private List<VesselReport> read(String text) throws IOException {
    return ReportTable.read(file(text));
  }

  @Test
  void aRowIsAReport() throws IOException {
    VesselReport r =
        read("""
            # two sources of one story would be two rows
            report_id,originator,independence,disciplines,reliability,credibility,stance,claim,imo,name,other_class,other_flag,from,to,lat,lon,radius_m,published,derived_from,text
            1,navy,stated,naval | imagery,B,2,assert,sts_transfer,8691702,YU SON,tanker,CN,2019-03-20,2019-03-20,27.63,121.47,50000,2019-03-26T09:00:00Z,a|b,"alongside, hoses"
            """)
            .get(0);
    assertThat(r.getReportId()).isEqualTo("1");
    assertThat(r.getOriginatorId()).isEqualTo("navy");
    assertThat(r.getIndependence()).isEqualTo(Independence.STATED);
    assertThat(r.getDisciplines()).containsExactly("naval", "imagery");
    assertThat(r.getCredibility()).isEqualTo(2);
    assertThat(r.getStance()).isEqualTo(Stance.ASSERT);
    assertThat(r.getClaim()).isEqualTo(ClaimKind.STS_TRANSFER);
    assertThat(r.getSubjects())
        .containsExactly(
            new ReportSubject("8691702", null, "YU SON", null, null),
            new ReportSubject(null, null, null, "tanker", "CN"));
    assertThat(r.getFrom()).isEqualTo(Instant.parse("2019-03-20T00:00:00Z"));
    assertThat(r.getTo()).isEqualTo(Instant.parse("2019-03-20T23:59:59.999Z"));
    assertThat(r.getRadiusM()).isEqualTo(50_000);
    assertThat(r.getPublishedAt()).isEqualTo(Instant.parse("2019-03-26T09:00:00Z"));
    assertThat(r.getDerivedFrom()).containsExactly("a", "b");
    assertThat(r.getText()).isEqualTo("alongside, hoses");
  }

  @Test
  void whatIsNotSaidHasTheDefaultOfTheSchema() throws IOException {
    VesselReport r = read("published,report_id,originator\n2019-03-26,1,navy\n").get(0);
    assertThat(r.getIndependence()).isEqualTo(Independence.NONE);
    assertThat(r.getStance()).isEqualTo(Stance.UNKNOWN);
    assertThat(r.getSubjects()).isEmpty();
    assertThat(r.getFrom()).isNull();
    assertThat(r.getLat()).isNull();
  }

  @Test
  void aRowThatCannotBeReadIsNamedWithFileLineAndReason() throws IOException {
    String header = "report_id,originator,published,stance,lat\n";
    String good = "1,navy,2019-03-26T09:00:00Z,ASSERT,27.6\n";
    refuses(header + good + ",navy,2019-03-26T09:00:00Z,ASSERT,\n", ":3: report_id is missing");
    refuses(header + good + "2,navy,soon,ASSERT,\n", ":3: ");
    refuses(header + "1,navy,2019-03-26T09:00:00Z,MAYBE,\n", ":2: stance 'MAYBE' is none of");
    refuses(header + "1,navy,2019-03-26T09:00:00Z,DENY,91\n", ":2: lat out of range");
    refuses("report_id,originator,published,colour\n1,a,2019-03-26,red\n", ":2: colour: no such");
  }

  private void refuses(String text, String reason) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> ReportTable.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.getFileName() + reason);
  }

  @Test
  void jsonLinesAreNoTable() throws IOException {
    assertThat(ReportTable.isTable(file("\n{\"reportId\":\"1\"}\n"))).isFalse();
    assertThat(ReportTable.isTable(file("report_id,originator\n"))).isTrue();
  }
}
