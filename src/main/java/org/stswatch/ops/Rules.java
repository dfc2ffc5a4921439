package org.stswatch.ops;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stswatch.topology.Setting;
import org.stswatch.topology.Settings;

/**
 * The settings of a run, and whether somebody asked for a lateness.
 *
 * @param settings all values
 * @param latenessCap {@code time.allowed-lateness} where it was given, which caps what a replay
 *     derives from its input
 */
record Rules(Settings settings, Optional<Duration> latenessCap) {

  /**
   * A profile with overrides.
   *
   * @param profile gfw, skylight, starboard, or a file of settings
   * @param overrides values by key; they win
   * @throws Failure for an unknown profile, key or value
   */
  static Rules of(String profile, Map<String, String> overrides) {
    Map<String, String> given = new TreeMap<>(overrides);
    try {
      Settings settings;
      if (Files.isRegularFile(Path.of(profile))) {
        Map<String, String> all = read(Path.of(profile));
        all.putAll(overrides);
        given = all;
        settings = Settings.of(stem(profile), all);
      } else {
        settings = Settings.ofProfile(profile, overrides);
      }
      String cap = given.get(Setting.ALLOWED_LATENESS.key);
      return new Rules(settings, Optional.ofNullable(cap).map(Setting::duration));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  String scope() {
    return value(Setting.SCOPE);
  }

  String value(Setting setting) {
    return settings.values().getOrDefault(setting.key, setting.byDefault);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.usage("profile " + file + ": " + e.getMessage());
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, value(properties, k)));
    return values;
  }

  private static String value(Properties properties, String key) {
    @Nullable String value = properties.getProperty(key);
    return value == null ? "" : value;
  }

  private static String stem(String file) {
    return String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[^.]*$", "");
  }
}
