package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ForwardingAdmin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupResult;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stswatch.ops.EmbeddedBroker;

/** A group is deleted, whoever is still in it. */
class TopicAdminIT {
  private static final String TOPIC = "words";

  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(Optional.empty());
    try (Admin admin = Admin.create(client())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aMemberThatIsStillThereIsShownOut() throws Exception {
    try (KafkaConsumer<String, String> member = member("stays");
        TopicAdmin admin = new TopicAdmin(client(), new MockSchemaRegistryClient())) {
      admin.deleteGroup("stays");

      assertThat(groups()).doesNotContain("stays");
      assertThat(member.groupMetadata().groupId()).isEqualTo("stays");
    }
  }

  @Test
  void aMemberMayLeaveJustBeforeItIsShownOut() throws Exception {
    KafkaConsumer<String, String> member = member("leaves");
    Admin late = new LateAdmin(client(), member::close);
    try (TopicAdmin admin = new TopicAdmin(late, new MockSchemaRegistryClient())) {
      admin.deleteGroup("leaves");
    }

    assertThat(groups()).doesNotContain("leaves");
  }

  @Test
  void aGroupThatNobodyKnowsIsGone() throws Exception {
    try (TopicAdmin admin = new TopicAdmin(client(), new MockSchemaRegistryClient())) {
      admin.deleteGroup("unknown");
    }

    assertThat(groups()).doesNotContain("unknown");
  }

  /** Something happens between the look at a group and the removal of its members. */
  private static final class LateAdmin extends ForwardingAdmin {
    private final Runnable meanwhile;

    LateAdmin(Map<String, Object> client, Runnable meanwhile) {
      super(client);
      this.meanwhile = meanwhile;
    }

    @Override
    public RemoveMembersFromConsumerGroupResult removeMembersFromConsumerGroup(
        String group, RemoveMembersFromConsumerGroupOptions options) {
      meanwhile.run();
      return super.removeMembersFromConsumerGroup(group, options);
    }
  }

  private static KafkaConsumer<String, String> member(String group) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of(TOPIC));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100));
              return !consumer.assignment().isEmpty();
            });
    return consumer;
  }

  private static List<String> groups() throws Exception {
    try (Admin admin = Admin.create(client())) {
      return admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
    }
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
