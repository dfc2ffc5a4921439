package org.stswatch.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The folder that {@code replay --out} writes: JSON lines, sorted, so that equal results are equal
 * files. The manifest comes last: where it stands, the rest is whole.
 */
final class RunFiles {
  static final String ALERTS = "alerts.jsonl";
  static final String MANIFEST = "manifest.json";

  private RunFiles() {}

  /** Writes all files, replacing those of an earlier run. */
  static void write(Path folder, Results results, ObjectNode manifest) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(MANIFEST));
    List<ObjectNode> alerts = results.alerts().stream().map(RecordJson::of).toList();
    lines(folder.resolve(ALERTS), alerts, Function.identity());
    lines(folder.resolve("encounters.jsonl"), results.encounters(), EncounterJson::of);
    lines(folder.resolve("port-calls.jsonl"), results.portCalls(), RecordJson::of);
    lines(folder.resolve("gaps.jsonl"), results.gaps(), RecordJson::of);
    lines(folder.resolve("rejects.jsonl"), results.rejects(), RecordJson::of);
    List<AlertRow> standing =
        alerts.stream().map(AlertRow::of).filter(a -> !a.retracted()).toList();
    document(folder.resolve("alerts.geojson"), GeoJson.of(standing));
    document(folder.resolve(MANIFEST), manifest);
  }

  /**
   * The alerts of a run, one object each.
   *
   * @throws Failure if the folder is none of a finished run, or a line is damaged
   */
  static List<JsonNode> alerts(Path folder) {
    Path file = folder.resolve(ALERTS);
    if (!Files.isReadable(file) || !Files.isReadable(folder.resolve(MANIFEST))) {
      throw Failure.usage(
          folder + ": no folder of a finished replay (needs alerts.jsonl, manifest.json)");
    }
    List<JsonNode> alerts = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        alerts.add(RecordJson.MAPPER.readTree(line));
      }
    } catch (IOException e) {
      throw Failure.failed(file + ":" + (alerts.size() + 1) + ": " + firstLine(e), e);
    }
    return alerts;
  }

  private static <T> void lines(Path file, List<T> records, Function<T, ? extends JsonNode> json)
      throws IOException {
    Path part = part(file);
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      for (T record : records) {
        out.write(RecordJson.line(json.apply(record)));
        out.write('\n');
      }
    }
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void document(Path file, JsonNode node) throws IOException {
    Path part = part(file);
    Files.writeString(
        part, RecordJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
