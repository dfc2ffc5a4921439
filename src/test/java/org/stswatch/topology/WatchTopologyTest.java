package org.stswatch.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.stswatch.stream.Topics;

/**
 * The topology is as written down in expected-topology.txt; {@code -Dbless=true} writes it anew.
 *
 * <p>A change of it is a change for state that is deployed. Kafka Streams finds its state again by
 * the number of the subtopology (it is in the task id) and by the names of stores and repartition
 * topics (changelogs and repartition topics are named after them): a subtopology more or less, or
 * before another one, a renamed store or a renamed edge leaves the old state and what was under way
 * in the old topics where nobody reads them, and the new ones begin empty, without an error. Such a
 * change needs a new application id and a replay of the input topics, and a line in CHANGELOG.md. A
 * node renamed, added or taken away within a subtopology loses nothing.
 */
class WatchTopologyTest {
  private static final Path EXPECTED = Path.of("src/test/resources/expected-topology.txt");

  @Test
  void theTopologyIsAsWrittenDown() throws IOException {
    String now = topology(new StreamsBuilder()).describe().toString();
    if (Boolean.getBoolean("bless")) {
      Files.writeString(EXPECTED, now, UTF_8);
    }
    assertThat(now).isEqualTo(Files.readString(EXPECTED, UTF_8));
  }

  /** Names that Kafka Streams makes up carry a number that moves with every node before them. */
  @Test
  void everyNodeHasAName() {
    assertThat(topology(new StreamsBuilder()).describe().toString()).doesNotContain("KSTREAM-");
  }

  @Test
  void everyStoreAndInternalTopicIsNamedExplicitly() {
    Properties strict = new Properties();
    strict.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG, "sts",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "never:1",
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true"));
    TopologyConfig config = new TopologyConfig(new StreamsConfig(strict));
    assertThat(topology(new StreamsBuilder(config)).describe().subtopologies()).hasSize(6);
  }

  /** Which is the record of the partitions with which an application began. */
  @Test
  void everyInternalTopicIsKnown() {
    Set<String> made = new TreeSet<>();
    for (var part : topology(new StreamsBuilder()).describe().subtopologies()) {
      for (var node : part.nodes()) {
        if (node instanceof TopologyDescription.Processor p) {
          p.stores().forEach(store -> made.add(store + "-changelog"));
        } else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
          made.add(sink.topic());
        }
      }
    }
    made.removeIf(name -> name.startsWith("sts."));
    made.remove("process-anchor-changelog"); // it is never written
    assertThat(Partitions.ofInput(4).internalTopics()).containsOnlyKeys(made);
  }

  private static Topology topology(StreamsBuilder builder) {
    Settings settings = Settings.ofProfile("gfw", Map.of());
    Topics topics = Topics.live();
    Partitions partitions = Partitions.ofInput(topics.inputPartitions());
    return new WatchTopology(
            settings, settings.liveTime(), topics, partitions, new MockSchemaRegistryClient())
        .build(builder, ReferencePack.bundled(), "test");
  }
}
