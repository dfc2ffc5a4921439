package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates, checks and deletes the public topics and their subjects. Existing topics are checked and
 * never changed. Every method throws Kafka's own {@link KafkaException} ({@link TimeoutException}
 * when the broker is out of reach) and {@link RegistryOutageException}.
 */
public final class TopicAdmin implements AutoCloseable {
  /** Changes reach all brokers within milliseconds; this often is looked, so long is waited. */
  private static final int LOOKS = 300;

  private static final int LOOK_EVERY_MS = 100;

  private final Admin admin;
  private final Broker broker;
  private final ConsumerGroups groups;
  private final PublicSubjects subjects;

  /**
   * @param client settings of the Kafka client, {@code bootstrap.servers} among them
   */
  public TopicAdmin(Map<String, Object> client, SchemaRegistryClient registry) {
    this(Admin.create(client), registry);
  }

  /** Through a client of the caller's, which is closed with this. */
  TopicAdmin(Admin admin, SchemaRegistryClient registry) {
    this.admin = admin;
    broker = new Broker(admin);
    groups = new ConsumerGroups(admin, broker);
    subjects = new PublicSubjects(registry);
  }

  /** For a cluster that needs no further settings. */
  public TopicAdmin(String bootstrapServers, SchemaRegistryClient registry) {
    this(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers), registry);
  }

  /**
   * Creates what is missing, checks what exists, registers the schemas. Returns when the broker
   * knows all topics.
   *
   * @throws TopicMismatchException if an existing topic is not as it must be; nothing is created
   * @throws IllegalStateException if the registry refuses a schema as incompatible
   */
  public void create(Topics topics) {
    Map<String, TopicState> existing = describe(topics);
    refuseWrong(topics, existing);
    subjects.register(topics.all());
    List<NewTopic> missing =
        topics.all().stream()
            .filter(topic -> !existing.containsKey(topic.name()))
            .map(TopicAdmin::newTopic)
            .toList();
    try {
      broker.await(admin.createTopics(missing).all());
    } catch (TopicExistsException e) {
      // Another process creates them too; what it made is checked below.
    }
    awaitUntil(
        "the topics of " + topics.prefix() + " are there",
        () -> describe(topics).size() == topics.all().size());
    refuseWrong(topics, describe(topics));
  }

  /**
   * Checks that all topics exist as they must be, and changes nothing.
   *
   * @throws TopicMismatchException if one is missing or different
   */
  public void check(Topics topics) {
    Map<String, TopicState> existing = describe(topics);
    TopicMismatchException.throwIfAny(
        topics.all().stream()
            .filter(topic -> !existing.containsKey(topic.name()))
            .map(topic -> TopicProblem.missing(topic.name(), "`sts-watch topics create` makes it"))
            .toList());
    refuseWrong(topics, existing);
  }

  /** Those of the topics that exist, by name. */
  public Map<String, TopicState> describe(Topics topics) {
    return broker.describe(topics.all().stream().map(Topic::name).collect(Collectors.toSet()));
  }

  /**
   * Checks the topics of Kafka Streams, which are also the record of the partitions with which the
   * application began; changes nothing. Before the first start none is there; with committed
   * offsets, or once it runs, none may be missing.
   *
   * @param running whether all must be there
   * @throws TopicMismatchException if one is different, or missing though it may not be
   */
  public void check(InternalTopics internal, boolean running) {
    Map<String, TopicState> existing = broker.describe(internal.names());
    boolean complete = running || hasOffsets(internal.applicationId());
    TopicMismatchException.throwIfAny(internal.problems(existing, complete));
  }

  /** Whether anything of a replay run is there, topics of Kafka Streams included. */
  public boolean exists(Topics replay) {
    return !namesOf(replay).isEmpty();
  }

  /**
   * Deletes all of a replay run: its topics, those of Kafka Streams, its consumer group, its
   * subjects. Returns when the broker has forgotten them.
   *
   * @throws IllegalArgumentException for topics that are not a replay's
   */
  public void delete(Topics replay) {
    deleteAllBut(replay, Set.of());
    subjects.delete(List.of(replay.prefix()));
  }

  /**
   * Deletes what a replay run has made of its input, which stays, and the subjects with it.
   *
   * @throws IllegalArgumentException for topics that are not a replay's
   */
  public void deleteResults(Topics replay) {
    deleteAllBut(replay, replay.inputs().stream().map(Topic::name).collect(Collectors.toSet()));
  }

  private void deleteAllBut(Topics replay, Set<String> kept) {
    Collection<String> names = namesOf(replay);
    names.removeAll(kept);
    broker.await(admin.deleteTopics(names).all());
    awaitUntil(
        "the topics of " + replay.prefix() + " are gone", () -> kept.containsAll(namesOf(replay)));
    deleteGroup(replay.applicationId());
  }

  /**
   * Deletes a consumer group, if it is there. Who has left without a word is shown out first;
   * members come and go meanwhile, so it is tried until the group is gone.
   */
  public void deleteGroup(String group) {
    if (broker.await(admin.listGroups().all()).stream().anyMatch(g -> g.groupId().equals(group))) {
      awaitUntil("the group " + group + " is gone", () -> groups.isDeleted(group));
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private Collection<String> namesOf(Topics replay) {
    if (!replay.isReplay()) {
      throw new IllegalArgumentException(replay.prefix() + "* is no replay run");
    }
    String internal = replay.applicationId() + "-";
    Set<String> names = new TreeSet<>(broker.await(admin.listTopics().names()));
    names.removeIf(name -> !name.startsWith(replay.prefix()) && !name.startsWith(internal));
    return names;
  }

  private boolean hasOffsets(String group) {
    return !broker
        .await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .isEmpty();
  }

  private static void refuseWrong(Topics topics, Map<String, TopicState> existing) {
    List<TopicProblem> problems = new ArrayList<>();
    for (Topic topic : topics.all()) {
      TopicState found = existing.get(topic.name());
      if (found != null) {
        problems.addAll(found.problemsAgainst(topic));
      }
    }
    TopicMismatchException.throwIfAny(problems);
  }

  private static NewTopic newTopic(Topic topic) {
    // The replication factor is the cluster's own (default.replication.factor).
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.creationSettings());
  }

  private static void awaitUntil(String what, BooleanSupplier done) {
    for (int look = 0; !done.getAsBoolean(); look++) {
      if (look == LOOKS) {
        throw new TimeoutException("waited " + LOOKS * LOOK_EVERY_MS + " ms until " + what);
      }
      try {
        Thread.sleep(LOOK_EVERY_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptException(e);
      }
    }
  }
}
