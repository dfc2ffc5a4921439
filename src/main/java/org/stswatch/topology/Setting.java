package org.stswatch.topology;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting that a script may rely on: key, default, unit, meaning, reason, source. */
public enum Setting {
  MAX_DISTANCE_M(
      "encounter.max-distance-m",
      Kind.METRES,
      "500",
      "largest distance of two ships in contact",
      "ships alongside with position noise and antennas apart; Miller et al. 2018"),
  MIN_DURATION(
      "encounter.min-duration",
      Kind.DURATION,
      "120m",
      "shortest encounter from start to end",
      "a transfer of fuel takes hours; Miller et al. 2018"),
  CLOSE_DISTANCE_M(
      "encounter.close-distance-m",
      Kind.METRES,
      "0",
      "distance of a second, closer criterion; 0 for none",
      "Starboard counts 50 m for 10 min beside 200 m for 30 min"),
  CLOSE_DURATION(
      "encounter.close-duration",
      Kind.DURATION,
      "0m",
      "shortest encounter of the second criterion",
      "see encounter.close-distance-m"),
  MAX_MEDIAN_SPEED_KN(
      "encounter.max-median-speed-kn",
      Kind.KNOTS,
      "2",
      "median speed of each party stays below; 0 for no rule",
      "drifting or anchored, not under way; Miller et al. 2018"),
  SAMPLE_MAX_KN(
      "encounter.sample-max-kn",
      Kind.KNOTS,
      "6",
      "faster ways give no sample",
      "saves work only: three times the median that counts"),
  PORT_EXCLUSION_M(
      "encounter.port-exclusion-m",
      Kind.METRES,
      "10000",
      "nearer to a port there is no alert; 0 for no rule",
      "berths and roadsteads; Global Fishing Watch"),
  SHORE_EXCLUSION_M(
      "encounter.shore-exclusion-m",
      Kind.METRES,
      "0",
      "nearer to the shore there is no alert; 0 for no rule",
      "Starboard asks for 10 km; Global Fishing Watch for none"),
  ANCHORED_NEIGHBOURS(
      "encounter.anchored-neighbours",
      Kind.SWITCH,
      "on",
      "anchored neighbours give no alert",
      "roadsteads lie up to 67 km from their World Port Index point"),
  GRID_STEP(
      "encounter.grid-step",
      Kind.DURATION,
      "10m",
      "distance of the grid times",
      "Global Fishing Watch resamples to 10 min"),
  MAX_INTERPOLATION_GAP(
      "encounter.max-interpolation-gap",
      Kind.DURATION,
      "70m",
      "no position between fixes further apart",
      "the constant of Global Fishing Watch's tests"),
  MIN_RUN(
      "encounter.min-run",
      Kind.DURATION,
      "60m",
      "shorter runs of contact do not count",
      "two ships that pass twice have not met; at most encounter.min-duration"),
  MERGE_GAP(
      "encounter.merge-gap",
      Kind.DURATION,
      "4h",
      "runs of one pair less apart are one encounter",
      "Global Fishing Watch's merge"),
  BRIDGE_MAX(
      "encounter.bridge-max",
      Kind.DURATION,
      "12h",
      "longest silence bridged inside a run; 0 for none",
      "satellite AIS and transponders switched off during the meeting"),
  SPLIT(
      "track.split",
      Kind.SWITCH,
      "on",
      "a shared MMSI is split into segments",
      "one MMSI at two places is no jump; Global Fishing Watch's segmenter"),
  ALLOWED_LATENESS(
      "time.allowed-lateness",
      Kind.DURATION,
      "6h",
      "later sightings are rejected as LATE; caps what a replay derives",
      "satellite AIS comes within hours"),
  CLOCK_MARGIN(
      "time.clock-margin",
      Kind.DURATION,
      "1m",
      "how far broker time may fall back",
      "broker failover"),
  CLAIMS_WINDOW(
      "claims.window",
      Kind.DURATION,
      "400d",
      "how long after its end a claim may revise an alert",
      "reports, clearances and designations come months later"),
  SCOPE(
      "alert.scope",
      Kind.SCOPE,
      "theatre",
      "where alerts are raised: theatre or world",
      "encounters are facts everywhere; the mission is the theatre"),
  AUTHORITIES(
      "alert.authorities",
      Kind.NAMES,
      "republic-of-korea,japan,united-states,un-1718-committee",
      "originators of reports whose clearance counts; blanks read as hyphens",
      "states that held or inspected ships of the cases (Republic of Korea: Sevastopol, 2018), and"
          + " the committee that lists and delists; no owner, and no flag of the party in question");

  /** What a value looks like. */
  public enum Kind {
    METRES("m"),
    KNOTS("kn"),
    DURATION("such as 120m, 2h, 30s or 400d"),
    SWITCH("on or off"),
    SCOPE("theatre or world"),
    NAMES("names separated by commas");

    public final String unit;

    Kind(String unit) {
      this.unit = unit;
    }
  }

  public final String key;
  public final Kind kind;
  public final String byDefault;
  public final String meaning;
  public final String reason;

  Setting(String key, Kind kind, String byDefault, String meaning, String reason) {
    this.key = key;
    this.kind = kind;
    this.byDefault = byDefault;
    this.meaning = meaning;
    this.reason = reason;
  }

  /** The setting of this key, if there is one. */
  public static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
  }

  /** Reads {@code 120m}, {@code 2h}, {@code 30s}, {@code 400d} or {@code 0}. */
  public static Duration duration(String text) {
    String t = text.trim().toLowerCase(Locale.ROOT);
    if (t.equals("0")) {
      return Duration.ZERO;
    }
    long n = Long.parseLong(t.substring(0, t.length() - 1));
    if (n < 0) {
      throw new IllegalArgumentException("negative duration");
    }
    return switch (t.charAt(t.length() - 1)) {
      case 's' -> Duration.ofSeconds(n);
      case 'm' -> Duration.ofMinutes(n);
      case 'h' -> Duration.ofHours(n);
      case 'd' -> Duration.ofDays(n);
      default -> throw new IllegalArgumentException("no unit");
    };
  }
}
