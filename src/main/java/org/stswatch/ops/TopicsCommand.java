package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.Topic;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.TopicState;
import org.stswatch.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics create|describe}. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create|describe",
    description = "Creates or describes the topics and subjects of a live system.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "create or describe?");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Creates what is missing, registers the schemas, and refuses what is not as it must be.")
  int create(
      @Mixin LiveOptions live,
      @Option(names = "--partitions", paramLabel = "N", description = "Of each input topic (4).")
          @Nullable Integer partitions,
      @Option(names = "--result-partitions", paramLabel = "N", description = "Of the others (1).")
          @Nullable Integer resultPartitions) {
    Map<String, String> options = new TreeMap<>();
    LiveOptions.put(options, LiveConfig.Key.PARTITIONS, partitions);
    LiveOptions.put(options, LiveConfig.Key.RESULT_PARTITIONS, resultPartitions);
    LiveConfig config = live.config(options);
    Topics topics = config.topics();
    Connection connection = config.connect();
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      admin.create(topics);
    }
    PrintWriter out = spec.commandLine().getOut();
    topics.all().forEach(topic -> out.println(topic.name()));
    out.flush();
    return 0;
  }

  @Command(
      name = "describe",
      mixinStandardHelpOptions = true,
      description = "Shows the topics as they are; without a broker, as they have to be.")
  int describe(
      @Mixin LiveOptions live,
      @Option(names = "--json", description = "For machines.") boolean json) {
    LiveConfig config = live.config(Map.of());
    Topics topics = config.topics();
    Map<String, TopicState> found = found(config, topics);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      topics.all().forEach(topic -> all.add(json(topic, found.get(topic.name()))));
      out.println(RecordJson.line(all));
    } else {
      out.print(table(topics, found));
    }
    out.flush();
    return 0;
  }

  private static Map<String, TopicState> found(LiveConfig config, Topics topics) {
    if (config.get(LiveConfig.Key.BOOTSTRAP_SERVERS).isEmpty()) {
      return Map.of();
    }
    Connection connection = config.connect();
    try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
      return admin.describe(topics);
    }
  }

  private static TextTable table(Topics topics, Map<String, TopicState> found) {
    TextTable table = new TextTable("TOPIC", "KEY", "VALUE", "PARTITIONS", "ON THE BROKER");
    for (Topic topic : topics.all()) {
      TopicState state = found.get(topic.name());
      String there =
          state == null
              ? found.isEmpty() ? "not asked" : "missing"
              : state.partitions() + " partitions, " + state.replicationFactor() + " replicas";
      table.row(topic.name(), topic.key(), value(topic), "" + topic.partitions(), there);
    }
    return table;
  }

  private static ObjectNode json(Topic topic, @Nullable TopicState state) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", topic.name())
            .put("role", topic.role().name())
            .put("key", topic.key())
            .put("value", value(topic))
            .put("partitions", topic.partitions());
    topic.requiredSettings().forEach(json.putObject("settings")::put);
    ObjectNode found = state == null ? null : json.putObject("found");
    if (found != null && state != null) {
      found.put("partitions", state.partitions()).put("replicas", state.replicationFactor());
      topic.requiredSettings().keySet().forEach(k -> found.put(k, state.settings().get(k)));
    }
    return json;
  }

  private static String value(Topic topic) {
    return topic.value().map(Class::getSimpleName).orElse("JSON");
  }
}
