package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.WatchlistFile;

/** The folder of a run, as far as {@code explain} reads it, made without a broker. */
record RunFolder(Path folder) {

  /** The run of these files: positions, and what was claimed beside them where they say so. */
  static RunFolder of(Path folder, Path files, Rules rules) throws IOException {
    List<WatchlistFile> lists = new ArrayList<>();
    existing(files.resolve("watchlist.csv"))
        .forEach(list -> lists.add(WatchlistFile.of(list.toString())));
    ReplayRequest request =
        new ReplayRequest(
            List.of(Input.of(files.resolve("positions.csv"), Format.AUTO)),
            existing(files.resolve("reports.jsonl")),
            existing(files.resolve("statements.jsonl")),
            existing(files.resolve("detections.jsonl")),
            lists,
            Optional.empty(),
            rules,
            1,
            1,
            Pace.MAX,
            Window.ALL);
    Files.writeString(folder.resolve(RunFiles.MANIFEST), manifest(request).toString());
    return new RunFolder(folder);
  }

  private static List<Path> existing(Path file) {
    return Files.exists(file) ? List.of(file) : List.of();
  }

  /** The part of a manifest that says what to read. */
  private static JsonNode manifest(ReplayRequest request) throws IOException {
    ReplayFeed feed =
        ReplayFeed.survey(
            request.inputs(),
            List.of(),
            ListedClaims.NONE,
            request.window(),
            new StopSignal(),
            n -> {});
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    request.files().forEach(file -> json.withArray("inputs").add(file.json()));
    json.set("reading", RecordedRun.reading(request));
    json.put("profile", request.rules().settings().profile());
    json.put("lateness", feed.lateness().toString());
    ObjectNode settings = json.putObject("settings");
    request.rules().settings().values().forEach(settings::put);
    return json;
  }

  /** What the command answers. */
  Answer run(String vessels, String at, String... more) {
    String[] line = {"--vessels", vessels, "--at", at};
    return ask(Stream.of(line, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  /** What it answers to these options. */
  Answer ask(String... options) {
    String[] line = {"explain", "--run", folder.toString()};
    return CommandLineTest.run(
        Stream.of(line, options).flatMap(Arrays::stream).toArray(String[]::new));
  }

  /** The same for machines. */
  JsonNode explain(String one, String other, String at) throws IOException {
    Answer answer = run(one + "," + other, at, "--json");
    if (answer.exitCode() != 0) {
      throw new AssertionError(answer.err());
    }
    return RecordJson.MAPPER.readTree(answer.out());
  }
}
