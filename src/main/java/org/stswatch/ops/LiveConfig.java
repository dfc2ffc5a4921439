package org.stswatch.ops;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.stswatch.stream.Registry;
import org.stswatch.stream.Topics;
import org.stswatch.topology.Setting;

/**
 * The settings of a live system out of a file, the environment and the command line; the later
 * wins. A key {@code encounter.max-distance-m} of the file is {@code STS_ENCOUNTER_MAX_DISTANCE_M}
 * in the environment. What begins with {@code kafka.} or {@code registry.} goes to the clients as
 * it is (security, timeouts); in the file only.
 */
final class LiveConfig {
  private static final String PREFIX = "sts.";
  private static final String KAFKA = "kafka.";
  private static final String REGISTRY = "registry.";
  private static final int FILE_ORDINAL = 100;
  private static final int ENVIRONMENT_ORDINAL = 300;
  private static final int OPTION_ORDINAL = 500;

  /** Keys of the processor itself, beside those of {@link Setting}. */
  enum Key {
    BOOTSTRAP_SERVERS("bootstrap.servers", "", "address of the Kafka brokers"),
    REGISTRY_URL("registry.url", "", "address of the schema registry"),
    TOPIC_PREFIX("topic.prefix", Topics.DEFAULT_PREFIX, "start of every topic name"),
    PARTITIONS(
        "partitions",
        Integer.toString(Topics.DEFAULT_INPUT_PARTITIONS),
        "partitions of each input topic"),
    RESULT_PARTITIONS(
        "result.partitions",
        Integer.toString(Topics.DEFAULT_RESULT_PARTITIONS),
        "partitions of each topic of facts and alerts"),
    THREADS("threads", "", "threads of the processor; as many as cores, up to 4"),
    STATE_DIR("state.dir", "sts-watch-state", "folder for the process id; one for each instance"),
    PROFILE("profile", "gfw", "gfw, skylight, starboard, or a file of settings");

    final String key;
    final String byDefault;
    final String meaning;

    Key(String key, String byDefault, String meaning) {
      this.key = key;
      this.byDefault = byDefault;
      this.meaning = meaning;
    }
  }

  private final SmallRyeConfig config;
  private final Map<String, String> file;

  private LiveConfig(SmallRyeConfig config, Map<String, String> file) {
    this.config = config;
    this.file = file;
  }

  /**
   * Reads and checks the names of all keys.
   *
   * @param file properties, if there are any
   * @param environment as {@link System#getenv()} gives it
   * @param options by key
   * @throws Failure for an unreadable file or an unknown key
   */
  static LiveConfig of(
      Optional<Path> file, Map<String, String> environment, Map<String, String> options) {
    Map<String, String> fromFile = file.map(LiveConfig::read).orElse(Map.of());
    refuseUnknown(environment);
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(prefixed(fromFile), "file", FILE_ORDINAL),
                new EnvConfigSource(environment, ENVIRONMENT_ORDINAL),
                new PropertiesConfigSource(prefixed(options), "options", OPTION_ORDINAL))
            .build();
    return new LiveConfig(config, fromFile);
  }

  /** The value in force. */
  String get(Key key) {
    return value(key.key).orElse(key.byDefault);
  }

  /**
   * The value as a number above 0.
   *
   * @throws Failure when it is none
   */
  int count(Key key, int byDefault) {
    String text = get(key);
    if (text.isEmpty()) {
      return byDefault;
    }
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw Failure.usage(key.key + ": '" + text + "' is not a number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  /** The rules in force. */
  Rules rules() {
    Map<String, String> overrides = new TreeMap<>();
    for (Setting setting : Setting.values()) {
      value(setting.key).ifPresent(v -> overrides.put(setting.key, v));
    }
    return Rules.of(get(Key.PROFILE), overrides);
  }

  Topics topics() {
    try {
      return Topics.live(
          get(Key.TOPIC_PREFIX),
          count(Key.PARTITIONS, Topics.DEFAULT_INPUT_PARTITIONS),
          count(Key.RESULT_PARTITIONS, Topics.DEFAULT_RESULT_PARTITIONS));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  /**
   * A connection, checked.
   *
   * @throws Failure if an address is missing, or the broker does not answer
   */
  Connection connect() {
    Map<String, Object> client = client();
    String registry = required(Key.REGISTRY_URL, "--registry-url");
    Connection.check(client);
    return new Connection(client, Registry.connect(registry, passedOn(REGISTRY)));
  }

  /** Settings of a Kafka client for whoever needs no registry, checked. */
  Map<String, Object> connectWithoutRegistry() {
    Map<String, Object> client = client();
    Connection.check(client);
    return client;
  }

  private Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>(passedOn(KAFKA));
    client.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        required(Key.BOOTSTRAP_SERVERS, "--bootstrap-servers"));
    return client;
  }

  private String required(Key key, String option) {
    String value = get(key);
    if (value.isEmpty()) {
      throw Failure.usage(
          "no %s: give %s, %s in the environment, or %s in the file of --config"
              .formatted(key.meaning, option, variable(key.key), key.key));
    }
    return value;
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(PREFIX + key, String.class).map(String::trim);
  }

  private Map<String, String> passedOn(String start) {
    Map<String, String> settings = new HashMap<>();
    file.keySet().stream()
        .filter(key -> isPassedOn(key) && key.startsWith(start))
        .forEach(key -> value(key).ifPresent(v -> settings.put(key.substring(start.length()), v)));
    return settings;
  }

  private static Map<String, String> read(Path file) {
    InputOptions.readable(List.of(file));
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.usage(file + ": no properties file: " + e.getMessage());
    }
    Map<String, String> values = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      String key = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
      if (!known().contains(key) && !isPassedOn(key)) {
        throw Failure.usage(file + ": " + name + ": no such setting; `describe` lists them");
      }
      values.put(key, properties.getProperty(name, ""));
    }
    return values;
  }

  /** A misspelt variable must not be a setting silently left at its default. */
  private static void refuseUnknown(Map<String, String> environment) {
    List<String> variables = known().stream().map(LiveConfig::variable).toList();
    for (String name : environment.keySet()) {
      boolean ours = name.matches("STS_(ENCOUNTER|TRACK|TIME|CLAIMS|ALERT)_.*");
      if (ours && !variables.contains(name)) {
        throw Failure.usage("environment: " + name + ": no such setting; `describe` lists them");
      }
    }
  }

  private static boolean isPassedOn(String key) {
    return key.startsWith(KAFKA) || key.startsWith(REGISTRY) && !key.equals(Key.REGISTRY_URL.key);
  }

  private static List<String> known() {
    return Stream.concat(
            Arrays.stream(Key.values()).map(k -> k.key),
            Arrays.stream(Setting.values()).map(s -> s.key))
        .toList();
  }

  /** The name in the environment. */
  static String variable(String key) {
    return "STS_" + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> prefixed(Map<String, String> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(e -> PREFIX + e.getKey(), Map.Entry::getValue));
  }
}
