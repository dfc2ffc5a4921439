package org.stswatch.ops;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/**
 * What a run has committed so far, as the broker tells it. A broker out of reach is asked again.
 */
final class CommittedOutput implements AutoCloseable {
  private static final int ANSWER_WITHIN_MS = 5_000;

  /** A broker that does not answer for so long is lost. */
  private static final int ATTEMPTS = 40;

  private final Admin admin;
  private final Topics topics;
  private final Set<TopicPartition> inputs;

  CommittedOutput(String bootstrapServers, Topics topics) {
    this.topics = topics;
    this.inputs = partitions(topics.sightings());
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_WITHIN_MS));
  }

  /** Up to where each partition that the run reads has been processed and committed. */
  Map<TopicPartition, Long> processed() {
    var offsets =
        ask(
            () ->
                admin
                    .listConsumerGroupOffsets(topics.applicationId())
                    .partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> processed = new HashMap<>();
    offsets.forEach(
        (partition, at) -> processed.put(partition, at == null ? 0L : (Long) at.offset()));
    return processed;
  }

  /** How many sightings have been processed and committed. */
  long sightings() {
    Map<TopicPartition, Long> processed = processed();
    return inputs.stream().mapToLong(p -> processed.getOrDefault(p, 0L)).sum();
  }

  /** Whether the sightings have been processed to the last one, and committed. */
  boolean isComplete() {
    Map<TopicPartition, Long> processed = processed();
    return ends(inputs, IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
        .allMatch(end -> processed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** The partitions that an instance reads; none while they are being distributed anew. */
  Set<TopicPartition> assignedTo(Instance instance) {
    var groups = ask(() -> admin.describeConsumerGroups(List.of(topics.applicationId())).all());
    return groups.values().stream()
        .flatMap(group -> group.members().stream())
        .filter(member -> member.clientId().startsWith(instance.name() + "-"))
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .collect(Collectors.toSet());
  }

  /** Every partition that the run writes, its internal topics among them. */
  Set<TopicPartition> written() {
    Set<String> names =
        ask(() -> admin.listTopics().names()).stream()
            .filter(
                name ->
                    name.startsWith(topics.applicationId() + "-")
                        || topics.results().stream().anyMatch(t -> t.name().equals(name)))
            .collect(Collectors.toSet());
    return ask(() -> admin.describeTopics(names).allTopicNames()).values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition())))
        .collect(Collectors.toSet());
  }

  /** Where each partition ends for this kind of reader. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> of, IsolationLevel reader) {
    Map<TopicPartition, OffsetSpec> latest =
        of.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    ask(() -> admin.listOffsets(latest, new ListOffsetsOptions(reader)).all())
        .forEach((partition, at) -> ends.put(partition, at.offset()));
    return ends;
  }

  /** The node that leads a partition; 0 when none does. */
  int leaderOf(TopicPartition partition) {
    var topic =
        ask(() -> admin.describeTopics(List.of(partition.topic())).allTopicNames())
            .get(partition.topic());
    var leader = topic == null ? null : topic.partitions().get(partition.partition()).leader();
    return leader == null ? 0 : leader.id();
  }

  /** Whether every partition of every topic has all its copies in step. */
  boolean isReplicated() {
    Set<String> names = ask(() -> admin.listTopics().names());
    return ask(() -> admin.describeTopics(names).allTopicNames()).values().stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(p -> p.leader() != null && p.isr().size() == p.replicas().size());
  }

  Admin admin() {
    return admin;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static Set<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(p -> new TopicPartition(topic.name(), p))
        .collect(Collectors.toSet());
  }

  private interface Question<T> {
    KafkaFuture<T> put();
  }

  private static <T> T ask(Question<T> question) {
    for (int attempt = 1; ; attempt++) {
      try {
        return question.put().get(2 * ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        boolean passes =
            e instanceof TimeoutException || e.getCause() instanceof RetriableException;
        if (!passes || attempt == ATTEMPTS) {
          throw new IllegalStateException("the broker does not answer", e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
