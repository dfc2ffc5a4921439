package org.stswatch.stream;

import java.util.List;
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

/** What a Kafka cluster answers, with Kafka's own exceptions. */
record Broker(Admin admin) {

  /** Those of the topics that exist, by name. */
  Map<String, TopicState> describe(Set<String> names) {
    Set<String> wanted = new TreeSet<>(names);
    wanted.retainAll(await(admin.listTopics().names()));
    Map<String, TopicDescription> described = await(admin.describeTopics(wanted).allTopicNames());
    List<ConfigResource> resources = wanted.stream().map(Broker::resource).toList();
    Map<ConfigResource, Config> configs = await(admin.describeConfigs(resources).all());
    Map<String, TopicState> states = new TreeMap<>();
    for (TopicDescription topic : described.values()) {
      Config config = Objects.requireNonNull(configs.get(resource(topic.name())));
      states.put(topic.name(), state(topic, config));
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
