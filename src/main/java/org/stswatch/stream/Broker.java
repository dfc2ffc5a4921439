package org.stswatch.stream;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What a Kafka cluster answers, with Kafka's own exceptions. */
record Broker(Admin admin) {

  /**
   * Those of the topics that exist, by name. One that is new may be known to one node of a cluster
   * and not yet to the one that is asked next: then it is not there yet.
   */
  Map<String, TopicState> describe(Set<String> names) {
    Set<String> wanted = new TreeSet<>(names);
    wanted.retainAll(await(admin.listTopics().names()));
    var described = admin.describeTopics(wanted).topicNameValues();
    var configs = admin.describeConfigs(wanted.stream().map(Broker::resource).toList()).values();
    Map<String, TopicState> states = new TreeMap<>();
    for (String name : wanted) {
      try {
        TopicDescription topic = await(Objects.requireNonNull(described.get(name)));
        Config config = await(Objects.requireNonNull(configs.get(resource(name))));
        states.put(name, state(topic, config));
      } catch (UnknownTopicOrPartitionException e) {
        continue; // not there yet, or deleted meanwhile
      }
    }
    return states;
  }

  <R> R await(KafkaFuture<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException kafka) {
        throw kafka;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static TopicState state(TopicDescription topic, Config config) {
    Map<String, String> settings = new TreeMap<>();
    for (ConfigEntry entry : config.entries()) {
      settings.put(entry.name(), entry.value());
    }
    int replicas = topic.partitions().get(0).replicas().size();
    return new TopicState(topic.name(), topic.partitions().size(), replicas, settings);
  }
}
