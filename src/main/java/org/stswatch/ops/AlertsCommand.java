package org.stswatch.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.stream.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code alerts tail|export}. */
@Command(
    name = "alerts",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "tail|export",
    description = "Follows the alerts of a live system, or shows those of a finished replay.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class AlertsCommand implements Runnable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final StopSignal stop;

  @Spec private CommandSpec spec;

  AlertsCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "tail or export?");
  }

  @Command(
      name = "tail",
      mixinStandardHelpOptions = true,
      description = "One line per revision of an alert, until Ctrl-C; of a replay each alert once.")
  int tail(
      @Mixin LiveOptions live,
      @Option(names = "--run", paramLabel = "DIR", description = "Folder of a finished replay.")
          @Nullable Path run,
      @Option(names = "--from-beginning", description = "Also what was alerted before.")
          boolean fromBeginning,
      @Option(names = "--json", description = "The whole alert as one line of JSON.")
          boolean json) {
    if (run != null) {
      RunFiles.alerts(run).forEach(alert -> print(alert, json));
      return 0;
    }
    LiveConfig config = live.config(Map.of());
    follow(config.connectWithoutRegistry(), config.topics().alertsJson(), fromBeginning, json);
    throw Failure.interrupted();
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the standing alerts of a finished replay for other tools.")
  int export(
      @Option(
              names = "--run",
              required = true,
              paramLabel = "DIR",
              description = "Folder of a finished replay.")
          Path run,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "jsonl",
              description = "${COMPLETION-CANDIDATES} (jsonl).")
          Export format,
      @Option(names = "--out", paramLabel = "FILE", description = "In place of standard output.")
          @Nullable Path out)
      throws IOException {
    List<JsonNode> standing =
        RunFiles.alerts(run).stream().filter(a -> !AlertRow.of(a).retracted()).toList();
    String text = format.of(standing);
    if (out == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(out, text);
    }
    return 0;
  }

  private void follow(
      Map<String, Object> client, Topic topic, boolean fromBeginning, boolean json) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(client))) {
      List<TopicPartition> partitions = partitions(consumer, topic.name());
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      while (!stop.isRequested()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          if (record.value() != null) {
            print(read(record), json);
          }
        }
      }
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    if (!consumer.listTopics().containsKey(topic)) {
      throw Failure.failed("topic " + topic + " is missing; `sts-watch topics create` creates it");
    }
    return Stream.ofNullable(consumer.partitionsFor(topic))
        .flatMap(List::stream)
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private void print(JsonNode alert, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? RecordJson.line(alert) : AlertRow.of(alert).line());
    out.flush();
  }

  private static JsonNode read(ConsumerRecord<byte[], byte[]> record) {
    String text = new String(record.value(), StandardCharsets.UTF_8);
    try {
      return RecordJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw Failure.failed(
          "%s-%d@%d is no JSON".formatted(record.topic(), record.partition(), record.offset()), e);
    }
  }

  private static Map<String, Object> settings(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }
}
