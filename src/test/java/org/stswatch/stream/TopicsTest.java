package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  @Test
  void theLiveNamesAreTheContract() {
    assertThat(Topics.live().all())
        .extracting(Topic::name)
        .containsExactly(
            "sts.sightings",
            "sts.voyage-statements",
            "sts.reports",
            "sts.watchlist",
            "sts.encounters",
            "sts.port-calls",
            "sts.gaps",
            "sts.alerts",
            "sts.alerts.current",
            "sts.alerts.json",
            "sts.rejects");
  }

  @Test
  void onlyTheLatestOfAWatchListEntryAndOfAnAlertIsKept() {
    assertThat(Topics.live().all().stream().filter(Topic::compacted).map(Topic::name))
        .containsExactly("sts.watchlist", "sts.alerts.current");
  }

  @Test
  void noInputOfAReplayIsCompactedSinceThatKeepsWhatWasWrittenLast() {
    assertThat(Topics.replay("r1", 4, 1).inputs()).noneMatch(Topic::compacted);
  }

  @Test
  void liveInputsTakeTheBrokersTimeAndReplayInputsTheWriters() {
    assertThat(Topics.live().inputs())
        .allSatisfy(
            topic ->
                assertThat(topic.requiredSettings())
                    .containsEntry("message.timestamp.type", "LogAppendTime"));
    assertThat(
            Stream.concat(
                Topics.replay("r1", 4, 1).all().stream(), Topics.live().results().stream()))
        .allSatisfy(
            topic ->
                assertThat(topic.requiredSettings())
                    .containsEntry("message.timestamp.type", "CreateTime"));
  }

  @Test
  void recordsOfAnyYearAreTakenAndKept() {
    assertThat(Topics.live().all())
        .allSatisfy(
            topic ->
                assertThat(topic.creationSettings())
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("message.timestamp.after.max.ms", "9223372036854775807")
                    .containsEntry("message.timestamp.before.max.ms", "9223372036854775807"));
  }

  @Test
  void aReplayHasItsOwnTopicsPartitionsAndApplicationId() {
    Topics topics = Topics.replay("r1", 3, 2);

    assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.name()).startsWith("sts.r1."));
    assertThat(topics.inputs()).allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(3));
    assertThat(topics.results()).allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(2));
    assertThat(topics.applicationId()).isEqualTo("sts.r1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a-b", "a b", "../x", "alerts"})
  void aRunIdThatCouldTakeInOthersTopicsIsRefused(String runId) {
    assertThatThrownBy(() -> Topics.replay(runId, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sts", "a b.", "."})
  void aPrefixThatIsNoPartOfATopicNameIsRefused(String prefix) {
    assertThatThrownBy(() -> Topics.live(prefix, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("prefix");
  }
}
