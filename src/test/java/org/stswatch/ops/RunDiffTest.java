package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDiffTest {
  @Test
  void equal_runs_differ_in_nothing_but_revisions() {
    RunDiff diff =
        RunDiff.between(List.of(alert("a", "00", "02", 1)), List.of(alert("a", "00", "02", 9)));

    assertThat(diff.same()).isEqualTo(1);
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    assertThat(diff.changed()).isEmpty();
  }

  @Test
  void a_moved_start_is_a_change_not_a_removal_and_an_addition() {
    RunDiff diff =
        RunDiff.between(List.of(alert("a", "00", "02", 1)), List.of(alert("b", "01", "02", 1)));

    assertThat(diff.changed())
        .singleElement()
        .satisfies(c -> assertThat(c.fields()).containsExactly("alertId", "start"));
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
  }

  @Test
  void another_time_is_another_alert() {
    RunDiff diff =
        RunDiff.between(List.of(alert("a", "00", "02", 1)), List.of(alert("b", "05", "07", 1)));

    assertThat(diff.added()).extracting(AlertRow::id).containsExactly("b");
    assertThat(diff.removed()).extracting(AlertRow::id).containsExactly("a");
    assertThat(diff.toString()).endsWith("1 added, 1 removed, 0 changed, 0 the same\n");
    assertThat(diff.json().path("added").path(0).path("alertId").asText()).isEqualTo("b");
  }

  private static JsonNode alert(String id, String fromHour, String toHour, int revision) {
    try {
      return RecordJson.MAPPER.readTree(
          """
          {"alertId":"%s","revision":%d,"status":"CLOSED","subjectKind":"PAIR",
           "start":"2017-10-16T%s:00:00Z","end":"2017-10-16T%s:00:00Z",
           "parties":[{"vesselKey":"1"},{"vesselKey":"2"}]}
          """
              .formatted(id, revision, fromHour, toHour));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
