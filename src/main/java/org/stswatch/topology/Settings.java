package org.stswatch.topology;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.stswatch.alert.AlertSettings;
import org.stswatch.encounter.EncounterSettings;
import org.stswatch.encounter.EncounterSettings.Criterion;
import org.stswatch.report.Authorities;
import org.stswatch.stream.TimeSettings;
import org.stswatch.track.TrackSettings;

/**
 * The settings of all rooms, read from one map of keys; contradictions fail with the key, the value
 * and what is allowed.
 */
public final class Settings {
  private final String profile;
  private final Map<Setting, String> values;

  private Settings(String profile, Map<Setting, String> values) {
    this.profile = profile;
    this.values = values;
    checkAll();
  }

  /**
   * The profile's values, overridden by the given ones.
   *
   * @param profile name shown in alerts
   * @param overrides values by key
   * @throws IllegalArgumentException for an unknown key or a value that can't be read
   */
  public static Settings of(String profile, Map<String, String> overrides) {
    Map<Setting, String> values = new TreeMap<>();
    for (Setting s : Setting.values()) {
      values.put(s, s.byDefault);
    }
    overrides.forEach((key, value) -> values.put(known(key), value.trim()));
    return new Settings(profile, values);
  }

  /** One of the profiles that ship: gfw, skylight, starboard; with overrides on top. */
  public static Settings ofProfile(String name, Map<String, String> overrides) {
    Properties properties = new Properties();
    try (InputStream in = Settings.class.getResourceAsStream("/profiles/" + name + ".properties")) {
      if (in == null) {
        throw new IllegalArgumentException(
            "profile " + name + ": not one of gfw, skylight, starboard, and no such file");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("profile " + name + ": " + e.getMessage(), e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> all.put(k, properties.getProperty(k)));
    all.putAll(overrides);
    return of(name, all);
  }

  private static Setting known(String key) {
    return Setting.of(key)
        .orElseThrow(
            () -> new IllegalArgumentException(key + ": no such setting; `describe` lists them"));
  }

  public String profile() {
    return profile;
  }

  /** All values by key, in the order of the keys. */
  public Map<String, String> values() {
    Map<String, String> byKey = new TreeMap<>();
    values.forEach((s, v) -> byKey.put(s.key, v));
    return byKey;
  }

  public TrackSettings track() {
    return new TrackSettings(
        on(Setting.SPLIT),
        duration(Setting.GRID_STEP),
        duration(Setting.MAX_INTERPOLATION_GAP),
        number(Setting.SAMPLE_MAX_KN));
  }

  public EncounterSettings encounter() {
    List<Criterion> criteria = new ArrayList<>();
    criteria.add(
        new Criterion((int) number(Setting.MAX_DISTANCE_M), duration(Setting.MIN_DURATION)));
    if (number(Setting.CLOSE_DISTANCE_M) > 0) {
      criteria.add(
          new Criterion((int) number(Setting.CLOSE_DISTANCE_M), duration(Setting.CLOSE_DURATION)));
    }
    return new EncounterSettings(
        criteria,
        maxMedianSpeedKn(),
        duration(Setting.MIN_RUN),
        duration(Setting.MERGE_GAP),
        duration(Setting.BRIDGE_MAX),
        duration(Setting.GRID_STEP));
  }

  public AlertSettings alert(String version) {
    return new AlertSettings(
        profile,
        version,
        AlertSettings.Scope.valueOf(value(Setting.SCOPE).toUpperCase(java.util.Locale.ROOT)),
        (int) number(Setting.PORT_EXCLUSION_M),
        (int) number(Setting.SHORE_EXCLUSION_M),
        on(Setting.ANCHORED_NEIGHBOURS),
        (int) number(Setting.MAX_DISTANCE_M),
        (int) duration(Setting.MIN_DURATION).toMinutes(),
        maxMedianSpeedKn(),
        duration(Setting.CLAIMS_WINDOW),
        Authorities.of(value(Setting.AUTHORITIES)),
        values());
  }

  /** Event time of a live run. */
  public TimeSettings liveTime() {
    return new TimeSettings(
        duration(Setting.ALLOWED_LATENESS),
        duration(Setting.CLOCK_MARGIN),
        true,
        Duration.ofMinutes(1));
  }

  /** Event time of a replay whose input needs this lateness. */
  public TimeSettings replayTime(Duration lateness) {
    return new TimeSettings(
        lateness, duration(Setting.CLOCK_MARGIN), false, duration(Setting.GRID_STEP));
  }

  public Duration duration(Setting s) {
    return read(s, () -> Setting.duration(value(s)));
  }

  private double maxMedianSpeedKn() {
    double kn = number(Setting.MAX_MEDIAN_SPEED_KN);
    return kn == 0 ? Double.POSITIVE_INFINITY : kn;
  }

  private double number(Setting s) {
    double n = read(s, () -> Double.parseDouble(value(s)));
    if (!(n >= 0) || n > 1e6) {
      throw unreadable(s);
    }
    return n;
  }

  private boolean on(Setting s) {
    return switch (value(s)) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw unreadable(s);
    };
  }

  private String value(Setting s) {
    return java.util.Objects.requireNonNull(values.get(s));
  }

  private <T> T read(Setting s, java.util.function.Supplier<T> reader) {
    try {
      return reader.get();
    } catch (RuntimeException e) {
      throw unreadable(s);
    }
  }

  private IllegalArgumentException unreadable(Setting s) {
    return new IllegalArgumentException(
        s.key
            + ": '"
            + value(s)
            + "' is not allowed; "
            + s.kind.unit
            + " expected ("
            + s.meaning
            + ")");
  }

  private void checkAll() {
    track();
    encounter();
    alert("");
    liveTime();
    if (duration(Setting.GRID_STEP).isZero() || duration(Setting.GRID_STEP).toSeconds() % 60 != 0) {
      throw new IllegalArgumentException(Setting.GRID_STEP.key + ": whole minutes expected");
    }
    if (duration(Setting.MIN_DURATION).isZero() || number(Setting.MAX_DISTANCE_M) == 0) {
      throw new IllegalArgumentException(
          Setting.MIN_DURATION.key + " and " + Setting.MAX_DISTANCE_M.key + " must be above 0");
    }
  }
}
