package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;

/** What leaves the house; {@code -Dbless=true} writes the expected files anew. */
class OutputTest {
  private static final Path FLAT = Path.of("src/test/resources/alert/flat-alert.json");
  private static final Path GUIDE = Path.of("docs/detectors.md");

  @Test
  void theFlatAlertIsAsAgreed() throws IOException {
    String pretty = new ObjectMapper().readTree(FlatAlert.of(alert())).toPrettyString() + "\n";
    assertSameAs(FLAT, pretty);
  }

  @Test
  void aFlatAlertHoldsNothingDeeperThanStringsInAnArray() throws IOException {
    JsonNode flat = new ObjectMapper().readTree(FlatAlert.of(alert()));
    for (JsonNode value : flat) {
      assertThat(value.isObject()).isFalse();
      for (JsonNode item : value) {
        assertThat(item.isTextual()).isTrue();
      }
    }
  }

  @Test
  void hostileNamesStayInsideTheirString() throws IOException {
    Alert hostile =
        new Meeting()
            .stated1(
                Meeting.stated("273100000", Meeting.START)
                    .setName("A\",\"severity\":\"INFO\n")
                    .build())
            .judged()
            .alert();
    String json = FlatAlert.of(hostile);
    assertThat(json).doesNotContain("\n");
    assertThat(new ObjectMapper().readTree(json).get("severity").asText()).isEqualTo("LOW");
  }

  @Test
  void theHeadersFollowCloudEvents() {
    assertThat(CloudEvents.headers(alert(), "application/json", "/schemas/flat-alert"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", alert().getAlertId() + "-0",
                "ce_type", "org.stswatch.alert",
                "ce_source", "/sts-watch",
                "ce_time", "2017-10-15T08:00:00Z",
                "ce_subject", "273100000,445100001",
                "ce_dataschema", "/schemas/flat-alert",
                "content-type", "application/json"));
  }

  @Test
  void theGuideToTheDetectorsIsUpToDate() throws IOException {
    assertSameAs(GUIDE, DetectorGuide.markdown());
  }

  private static Alert alert() {
    return new Meeting()
        .of("273100000", "445100001")
        .at(41.0, 132.2)
        .alongside()
        .types(84, 90, 80, 70)
        .judged()
        .alert();
  }

  private static void assertSameAs(Path file, String text) throws IOException {
    if (Boolean.getBoolean("bless")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text).as("%s; -Dbless=true writes it anew", file).isEqualTo(Files.readString(file));
  }
}
