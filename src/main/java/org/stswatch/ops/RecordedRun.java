package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.ReadOptions;
import org.stswatch.source.WatchlistFile;
import org.stswatch.stream.Topics;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;
import org.stswatch.vessel.PairKey;

/**
 * A finished run, as its manifest tells it: what to read to have the same once more.
 *
 * @param lateness which the run allowed
 */
record RecordedRun(ReplayRequest request, Duration lateness) {

  /** How the inputs are read, for the manifest: what their hashes do not tell. */
  static ObjectNode reading(ReplayRequest request) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    request.inputs().stream().findFirst().ifPresent(input -> reading(input, json));
    request.window().from().ifPresent(from -> json.put("from", from.toString()));
    request.window().to().ifPresent(to -> json.put("to", to.toString()));
    var lists = json.putArray("watchlists");
    for (WatchlistFile list : request.watchlist()) {
      String file = list.isPack() ? WatchlistFile.PACK : path(list.file());
      lists.add(list.copied().map(day -> file + "@" + day).orElse(file));
    }
    return json;
  }

  private static void reading(Input input, ObjectNode json) {
    json.put("format", input.given().spelling());
    input.options().assumeTime().ifPresent(at -> json.put("assumeTime", at.toString()));
  }

  private static String path(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /**
   * The run in this folder; its files are as they were.
   *
   * @throws Failure if the folder is none of a finished run, or a file is gone or has changed
   */
  static RecordedRun in(Path folder) throws IOException {
    Path file = folder.resolve(RunFiles.MANIFEST);
    if (!Files.isReadable(file)) {
      throw Failure.usage(folder + ": no folder of a finished replay (needs manifest.json)");
    }
    JsonNode json = RecordJson.MAPPER.readTree(file.toFile());
    if (!json.has("reading") || !json.has("lateness")) {
      throw Failure.failed(file + ": does not say how its inputs were read; replay them again");
    }
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (JsonNode input : json.path("inputs")) {
      files
          .computeIfAbsent(input.path("role").asText(), role -> new ArrayList<>())
          .add(unchanged(input));
    }
    return new RecordedRun(request(json, files), Duration.parse(json.path("lateness").asText()));
  }

  /**
   * Reads the inputs again, as the run did, through its steps.
   *
   * @param pack with the run's ports
   */
  PairTrace trace(PairKey pair, ReferencePack pack, StopSignal stop) throws IOException {
    Settings settings = request.rules().settings();
    PairTrace trace = new PairTrace(pair, settings, settings.replayTime(lateness), pack);
    read(trace.input(), stop);
    return trace;
  }

  /**
   * The same with an eye on one vessel.
   *
   * @param pack with the run's ports
   */
  VesselTrace trace(String vessel, ReferencePack pack, StopSignal stop) throws IOException {
    Settings settings = request.rules().settings();
    VesselTrace trace = new VesselTrace(vessel, settings, settings.replayTime(lateness), pack);
    read(trace.input(), stop);
    return trace;
  }

  void read(Outlet into, StopSignal stop) throws IOException {
    ReplayFeed feed =
        ReplayFeed.survey(
            request.inputs(),
            request.claims(),
            ListedClaims.read(request.watchlist()),
            request.window(),
            stop,
            lines -> {});
    feed.publish(into, request.pace(), published -> {});
  }

  private static ReplayRequest request(JsonNode json, Map<String, List<Path>> files)
      throws IOException {
    JsonNode reading = json.path("reading");
    List<WatchlistFile> lists = new ArrayList<>();
    reading.path("watchlists").forEach(list -> lists.add(WatchlistFile.of(list.asText())));
    return new ReplayRequest(
        inputs(reading, files.getOrDefault("messages", List.of())),
        files.getOrDefault("reports", List.of()),
        files.getOrDefault("statements", List.of()),
        files.getOrDefault("sightings", List.of()),
        lists,
        files.getOrDefault("ports", List.of()).stream().findFirst(),
        new Rules(settings(json), Optional.empty()),
        json.path("partitions").asInt(Topics.DEFAULT_INPUT_PARTITIONS),
        json.path("threads").asInt(1),
        Pace.MAX,
        new Window(instant(reading, "from"), instant(reading, "to")));
  }

  private static List<Input> inputs(JsonNode reading, List<Path> files) throws IOException {
    ReadOptions options = new ReadOptions(instant(reading, "assumeTime"));
    List<Input> inputs = new ArrayList<>();
    for (Path file : files) {
      inputs.add(Input.of(file, Format.of(reading.path("format").asText()), options));
    }
    return inputs;
  }

  private static Settings settings(JsonNode json) {
    Map<String, String> values = new LinkedHashMap<>();
    json.path("settings")
        .fields()
        .forEachRemaining(e -> values.put(e.getKey(), e.getValue().asText()));
    try {
      return Settings.of(json.path("profile").asText(), values);
    } catch (IllegalArgumentException e) {
      throw Failure.failed("the run's settings are not ours: " + e.getMessage(), e);
    }
  }

  private static Path unchanged(JsonNode input) throws IOException {
    Path file = Path.of(input.path("path").asText());
    if (!Files.isReadable(file)) {
      throw Failure.failed(file + ": the run read this file, and it is gone");
    } else if (!Sha256.of(file).equals(input.path("sha256").asText())) {
      throw Failure.failed(
          file + ": has changed since the run read it (SHA-256 differs from the manifest's)");
    }
    return file;
  }

  private static Optional<Instant> instant(JsonNode json, String field) {
    return json.has(field)
        ? Optional.of(Instant.parse(json.path(field).asText()))
        : Optional.empty();
  }
}
