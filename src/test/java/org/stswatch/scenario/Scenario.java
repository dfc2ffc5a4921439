package org.stswatch.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.ops.ClaimFiles;
import org.stswatch.ops.ClaimFiles.Published;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.Item;
import org.stswatch.source.Tally;
import org.stswatch.support.Lab;
import org.stswatch.topology.Settings;

/**
 * A folder: story.md for people, positions.csv in the order of receipt, settings.properties ({@code
 * profile} and settings by key; may be absent: gfw, scope world), and what is to come out. Claims
 * may stand beside: statements.jsonl, reports.jsonl, watchlist.jsonl, detections.jsonl, fields as
 * in the schemas, or watchlist.csv. Each is received when it was published, as in a replay.
 */
record Scenario(Path folder) {
  static final String POSITIONS = "positions.csv";
  static final String STATEMENTS = "statements.jsonl";
  static final String DETECTIONS = "detections.jsonl";
  static final String ENCOUNTERS = "expected-encounters.jsonl";
  static final String ALERTS = "expected-alerts.jsonl";

  static final Path ROOT = Path.of("src/test/scenarios");

  static List<Scenario> all() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().map(Scenario::new).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Scenario named(String name) {
    return new Scenario(ROOT.resolve(name));
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file), UTF_8);
  }

  Story story() throws IOException {
    return new Story(text("story.md"));
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  void bless(String file, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), text, UTF_8);
  }

  /** Runs positions and claims through the whole topology, with the lateness that they need. */
  Outcome run() throws IOException {
    return run(Set.of());
  }

  /** The same as if nothing of these kinds had been claimed. */
  Outcome run(Set<Class<?>> unsaid) throws IOException {
    List<VesselSighting> sightings = sightings();
    List<Published> published =
        ClaimFiles.in(folder).stream().filter(p -> !unsaid.contains(p.claim().getClass())).toList();
    Settings settings = settings();
    try (Lab lab = new Lab(settings, lateness(sightings))) {
      Deque<Published> claims = new ArrayDeque<>(published);
      for (VesselSighting sighting : sightings) {
        receive(claims, sighting.getObservedAt(), lab);
        lab.sight(sighting);
      }
      receive(claims, Instant.MAX, lab);
      lab.end();
      return Outcome.of(lab, settings, statements(published));
    }
  }

  private static List<VoyageStatement> statements(List<Published> claims) {
    return claims.stream()
        .map(Published::claim)
        .filter(VoyageStatement.class::isInstance)
        .map(VoyageStatement.class::cast)
        .toList();
  }

  private static void receive(Deque<Published> claims, Instant until, Lab lab) {
    while (!claims.isEmpty() && !claims.element().at().isAfter(until)) {
      Published next = claims.remove();
      lab.claim(next.claim(), next.at());
    }
  }

  private Settings settings() throws IOException {
    Map<String, String> overrides = new TreeMap<>(Map.of("alert.scope", "world"));
    Path file = folder.resolve("settings.properties");
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
        properties.load(reader);
      }
      properties.forEach((key, value) -> overrides.put(key.toString(), value.toString()));
    }
    String profile = overrides.remove("profile");
    return Settings.ofProfile(profile == null ? "gfw" : profile, overrides);
  }

  private List<VesselSighting> sightings() throws IOException {
    List<VesselSighting> sightings = new ArrayList<>();
    try (Input input = Input.of(folder.resolve(POSITIONS), Format.POSITIONS)) {
      input.read(item -> sightings.add(((Item.Sighted) item).sighting()), new Tally());
    }
    return sightings;
  }

  /** How far a fix lies behind the newest before it, at most. */
  private static Duration lateness(List<VesselSighting> sightings) {
    Instant newest = Instant.MIN;
    Duration most = Duration.ZERO;
    for (VesselSighting s : sightings) {
      newest = s.getObservedAt().isAfter(newest) ? s.getObservedAt() : newest;
      Duration behind = Duration.between(s.getObservedAt(), newest);
      most = behind.compareTo(most) > 0 ? behind : most;
    }
    return most;
  }
}
