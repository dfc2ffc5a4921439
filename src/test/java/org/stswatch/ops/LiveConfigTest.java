package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.LiveConfig.Key;

class LiveConfigTest {
  @TempDir Path folder;

  @Test
  void an_option_wins_over_the_environment_and_that_over_the_file() throws IOException {
    Path file = file("bootstrap.servers=file:1\nregistry.url=http://file\ntopic.prefix=file.\n");
    Map<String, String> environment =
        Map.of("STS_BOOTSTRAP_SERVERS", "env:1", "STS_REGISTRY_URL", "http://env");

    LiveConfig config =
        LiveConfig.of(Optional.of(file), environment, Map.of("bootstrap.servers", "option:1"));

    assertThat(config.get(Key.BOOTSTRAP_SERVERS)).isEqualTo("option:1");
    assertThat(config.get(Key.REGISTRY_URL)).isEqualTo("http://env");
    assertThat(config.topics().alerts().name()).isEqualTo("file.alerts");
    assertThat(config.get(Key.STATE_DIR)).isEqualTo("sts-watch-state");
  }

  @Test
  void a_rule_can_be_set_in_the_environment() {
    LiveConfig config =
        LiveConfig.of(Optional.empty(), Map.of("STS_ENCOUNTER_MAX_DISTANCE_M", "250"), Map.of());

    assertThat(config.rules().settings().values()).containsEntry("encounter.max-distance-m", "250");
  }

  @Test
  void a_misspelt_variable_is_refused() {
    assertThatThrownBy(
            () -> LiveConfig.of(Optional.empty(), Map.of("STS_ENCOUNTER_MAX_DIST", "1"), Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("STS_ENCOUNTER_MAX_DIST: no such setting");
  }

  @Test
  void a_misspelt_key_of_the_file_is_refused() throws IOException {
    Path file = file("encounter.max-distance=1\n");

    assertThatThrownBy(() -> LiveConfig.of(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("encounter.max-distance: no such setting");
  }

  @Test
  void a_count_must_be_one() {
    LiveConfig config = LiveConfig.of(Optional.empty(), Map.of("STS_PARTITIONS", "many"), Map.of());

    assertThatThrownBy(config::topics).hasMessageContaining("partitions: 'many' is not a number");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sts-watch.properties"), text);
  }
}
