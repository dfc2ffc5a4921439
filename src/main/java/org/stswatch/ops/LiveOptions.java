package org.stswatch.ops;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where the live system is. */
@SuppressWarnings("NullAway.Init") // filled by picocli
final class LiveOptions {
  @Option(names = "--config", paramLabel = "FILE", description = "Settings as a properties file.")
  private @Nullable Path config;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka; or STS_BOOTSTRAP_SERVERS, or bootstrap.servers in the file.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--registry-url",
      paramLabel = "URL",
      description = "Schema registry; or STS_REGISTRY_URL, or registry.url in the file.")
  private @Nullable String registryUrl;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      description = "Start of every topic name (sts.).")
  private @Nullable String topicPrefix;

  /** File, environment and these options, with further ones on top. */
  LiveConfig config(Map<String, String> further) {
    Map<String, String> options = new TreeMap<>(further);
    put(options, LiveConfig.Key.BOOTSTRAP_SERVERS, bootstrapServers);
    put(options, LiveConfig.Key.REGISTRY_URL, registryUrl);
    put(options, LiveConfig.Key.TOPIC_PREFIX, topicPrefix);
    return LiveConfig.of(Optional.ofNullable(config), System.getenv(), options);
  }

  static void put(Map<String, String> options, LiveConfig.Key key, @Nullable Object value) {
    if (value != null) {
      options.put(key.key, value.toString());
    }
  }
}
