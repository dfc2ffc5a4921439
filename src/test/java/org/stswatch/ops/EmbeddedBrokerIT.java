package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.stream.Topic;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.TopicMismatchException;
import org.stswatch.stream.TopicProblem;
import org.stswatch.stream.Topics;

class EmbeddedBrokerIT {
  private static final long IN_2017 = Instant.parse("2017-10-19T07:40:00Z").toEpochMilli();

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(Optional.empty());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void onlyCommittedTransactionsAreReadAndRecordsKeepTheirTime() {
    Topics topics = Topics.replay("eos", 1, 1);
    create(broker, topics);
    String topic = topics.sightings().name();

    try (KafkaProducer<String, String> producer = producer(broker)) {
      send(producer, topic, "kept");
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, 0, IN_2017, "k", "dropped"));
      producer.abortTransaction();
      send(producer, topic, "kept too");
    }

    List<ConsumerRecord<String, String>> read = readToEnd(broker, topic);
    assertThat(read).extracting(ConsumerRecord::value).containsExactly("kept", "kept too");
    assertThat(read).extracting(ConsumerRecord::timestamp).containsOnly(IN_2017);
  }

  @Test
  void aLiveInputCarriesTheTimeOfTheBroker() {
    Topics topics = Topics.live("live.", 1, 1);
    create(broker, topics);
    String topic = topics.sightings().name();
    long before = System.currentTimeMillis();

    try (KafkaProducer<String, String> producer = producer(broker)) {
      send(producer, topic, "now");
    }

    assertThat(readToEnd(broker, topic))
        .extracting(ConsumerRecord::timestamp)
        .allSatisfy(time -> assertThat(time).isGreaterThanOrEqualTo(before));
  }

  @Test
  void topicsAndRecordsSurviveARestart(@TempDir Path data) {
    Topics topics = Topics.replay("restart", 1, 1);
    String topic = topics.sightings().name();
    try (EmbeddedBroker first = EmbeddedBroker.start(Optional.of(data))) {
      create(first, topics);
      try (KafkaProducer<String, String> producer = producer(first)) {
        send(producer, topic, "kept");
      }
    }

    try (EmbeddedBroker second = EmbeddedBroker.start(Optional.of(data))) {
      assertThat(readToEnd(second, topic))
          .extracting(ConsumerRecord::value)
          .containsExactly("kept");
      check(second, topics);
    }
  }

  @Test
  void aTemporaryDirectoryIsGoneAfterClose() {
    EmbeddedBroker temporary = EmbeddedBroker.start(Optional.empty());
    Path data = temporary.dataDirectory();
    assertThat(data).isDirectoryContaining("glob:**meta.properties");

    temporary.close();
    temporary.close();

    assertThat(data).doesNotExist();
  }

  @Test
  void aDataDirectoryInUseIsRefused(@TempDir Path data) {
    try (EmbeddedBroker first = EmbeddedBroker.start(Optional.of(data))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(Optional.of(data)))
          .hasMessageContaining("in use: " + data);
      create(first, Topics.replay("still_well", 1, 1));
    }
  }

  @Test
  void createdTopicsAreAsTheyMustBe() {
    Topics topics = Topics.live("made.", 4, 2);

    create(broker, topics);
    create(broker, topics);

    try (TopicAdmin admin = admin(broker)) {
      var states = admin.describe(topics);
      assertThat(states).hasSize(topics.all().size());
      for (Topic topic : topics.all()) {
        var state = Objects.requireNonNull(states.get(topic.name()));
        assertThat(state.partitions()).isEqualTo(topic.partitions());
        assertThat(state.settings()).containsAllEntriesOf(topic.creationSettings());
      }
    }
  }

  @Test
  void anExistingTopicThatIsDifferentIsRefusedByNameAndNothingIsCreated() throws Exception {
    Topics topics = Topics.live("odd.", 4, 1);
    NewTopic odd =
        new NewTopic(topics.sightings().name(), Optional.of(3), Optional.empty())
            .configs(Map.of("retention.ms", "604800000", "message.timestamp.type", "CreateTime"));
    try (Admin kafka = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      kafka.createTopics(List.of(odd)).all().get();
    }

    try (TopicAdmin admin = admin(broker)) {
      assertThatThrownBy(() -> admin.create(topics))
          .isInstanceOfSatisfying(
              TopicMismatchException.class,
              e ->
                  assertThat(e.problems())
                      .extracting(TopicProblem::toString)
                      .containsExactly(
                          "topic odd.sightings: partitions is 3, must be 4",
                          "topic odd.sightings: retention.ms is 604800000, must be -1",
                          "topic odd.sightings: message.timestamp.type is CreateTime,"
                              + " must be LogAppendTime"));
      assertThat(admin.describe(topics)).containsOnlyKeys("odd.sightings");
    }
  }

  @Test
  void missingTopicsAreNamed() {
    try (TopicAdmin admin = admin(broker)) {
      assertThatThrownBy(() -> admin.check(Topics.live("none.", 4, 1)))
          .isInstanceOf(TopicMismatchException.class)
          .hasMessageContaining("topic none.sightings: is missing", "topics create");
    }
  }

  @Test
  void liveTopicsAreNeverDeleted() {
    try (TopicAdmin admin = admin(broker)) {
      assertThatThrownBy(() -> admin.delete(Topics.live()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no replay run");
    }
  }

  private static TopicAdmin admin(EmbeddedBroker broker) {
    return new TopicAdmin(broker.bootstrapServers(), new MockSchemaRegistryClient());
  }

  private static void create(EmbeddedBroker broker, Topics topics) {
    try (TopicAdmin admin = admin(broker)) {
      admin.create(topics);
    }
  }

  private static void check(EmbeddedBroker broker, Topics topics) {
    try (TopicAdmin admin = admin(broker)) {
      admin.check(topics);
    }
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "t"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  private static void send(KafkaProducer<String, String> producer, String topic, String value) {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, 0, IN_2017, "k", value));
    producer.commitTransaction();
  }

  private static List<ConsumerRecord<String, String>> readToEnd(
      EmbeddedBroker broker, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<String, String>> all = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }
}
