package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;

class RecordJsonTest {
  @Test
  void what_is_written_can_be_read_again() {
    VesselReport report =
        VesselReport.newBuilder()
            .setReportId("r1")
            .setOriginatorId("reuters-2017-12-29#1")
            .setPublishedAt(Instant.parse("2017-12-29T10:00:00Z"))
            .setLat(41.1)
            .build();

    assertThat(JsonRecord.of(VesselReport.class, RecordJson.of(report))).isEqualTo(report);
  }

  @Test
  void what_is_left_out_has_its_default() {
    ObjectNode json = RecordJson.MAPPER.createObjectNode();
    json.put("statementId", "s").put("mmsi", "m").put("observedAt", 0L);

    VoyageStatement statement = JsonRecord.of(VoyageStatement.class, json);

    assertThat(statement.getObservedAt()).isEqualTo(Instant.EPOCH);
    assertThat(statement.getReceipt()).isEqualTo(1);
    assertThat(statement.getCompanies()).isEmpty();
    assertThat(statement.getImo()).isNull();
  }

  @Test
  void what_cannot_be_read_names_the_field() {
    ObjectNode json = RecordJson.MAPPER.createObjectNode();
    json.put("statementId", "s").put("mmsi", "m").put("observedAt", "noon");

    assertThatThrownBy(() -> JsonRecord.of(VoyageStatement.class, json))
        .hasMessage("observedAt: a time such as 2017-10-16T03:00:00Z expected, not \"noon\"");
  }

  @Test
  void raw_bytes_are_text_where_they_are_and_base64_where_not() {
    assertThat(
            RecordJson.of(reject("!AIVDM".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .path("raw")
                .asText())
        .isEqualTo("!AIVDM");
    assertThat(RecordJson.of(reject(new byte[] {(byte) 0xff})).path("raw").asText())
        .isEqualTo("base64:/w==");
  }

  private static Reject reject(byte[] raw) {
    return new Reject(RejectReason.CHECKSUM, "bad", "f:1", ByteBuffer.wrap(raw), null, null);
  }
}
