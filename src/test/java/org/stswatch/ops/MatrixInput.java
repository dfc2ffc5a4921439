package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.Alert;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.state.Loitering;
import org.stswatch.oracle.FrontDoor;
import org.stswatch.oracle.Oracle;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.Item;
import org.stswatch.source.Tally;

/**
 * A data set in the four forms in which it may arrive: in order or shuffled, each row once or one
 * in five again. Rows that come again are written as JSON lines, which can say who received them.
 */
final class MatrixInput {
  /** As late as a live system takes it by default. */
  static final Duration SHUFFLED_WITHIN = Duration.ofHours(6);

  /** Of ten messages one comes again as it was, and one from another receiver. */
  private static final int ONE_OF = 10;

  private static final long SEED = 20171015;

  private record Message(long timeMs, SpecificRecord record) {}

  private record Arrival(long atMs, int tie, String line) {}

  final MatrixData data;
  private final Path folder;
  private final MatrixReports reports;
  private final MatrixSeen seen;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Path> written = new HashMap<>();

  /**
   * Reads the data set.
   *
   * @param folder for its other forms
   */
  MatrixInput(MatrixData data, Path folder) throws IOException {
    this.data = data;
    this.folder = folder;
    try (Input input = Input.of(data.file, Format.AUTO)) {
      input.read(this::add, new Tally());
    }
    Oracle oracle = Oracle.of(data.settings());
    List<VesselSighting> accepted = accepted().sightings();
    reports = new MatrixReports(oracle.encounters(accepted));
    seen =
        new MatrixSeen(
            oracle.voyageFacts(accepted).stream()
                .filter(Loitering.class::isInstance)
                .map(Loitering.class::cast)
                .toList(),
            accepted);
  }

  /** The alerts that stand, as the oracle finds them. */
  List<Alert> alerts(FrontDoor accepted) {
    return Oracle.of(data.settings())
        .alerts(accepted.sightings(), seen.detections(), claims(accepted));
  }

  /** What the program should accept of it. */
  FrontDoor accepted() {
    return FrontDoor.of(data.file, data.settings());
  }

  /** The claims beside what was accepted: statements, a watch list and reports. */
  private List<SpecificRecord> claims(FrontDoor accepted) {
    List<SpecificRecord> claims = new ArrayList<>(accepted.statements());
    claims.addAll(lists().entries());
    claims.addAll(reports.records());
    claims.addAll(seen.reports());
    return claims;
  }

  /** A watch list of its ships. */
  MatrixLists lists() {
    return new MatrixLists(
        messages.stream()
            .map(Message::record)
            .filter(VoyageStatement.class::isInstance)
            .map(VoyageStatement.class::cast)
            .toList());
  }

  /** The watch list, what was seen and the reports, as they arrive in this form. */
  List<Claim> arriving(Combination combination) {
    List<Claim> all =
        new ArrayList<>(lists().arriving(combination.shuffled(), combination.repeated()));
    Duration within = combination.shuffled() ? SHUFFLED_WITHIN : Duration.ZERO;
    all.addAll(reports.arriving(within, combination.repeated()));
    all.addAll(seen.arriving(within, combination.repeated()));
    return all;
  }

  /** The file in this form; the same one when asked again. */
  Path file(boolean shuffled, boolean repeated) throws IOException {
    String name =
        data.name() + (shuffled ? "-shuffled" : "-in-order") + (repeated ? "-repeated" : "");
    Path known = written.get(name);
    if (known != null) {
      return known;
    }
    Path file = folder.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<String> rows = repeated ? List.of() : rows();
      if (!repeated) {
        out.write(rows.get(0) + "\n");
      }
      List<Arrival> arrivals = repeated ? repeated(shuffled) : once(rows, shuffled);
      arrivals.sort(Comparator.comparingLong(Arrival::atMs).thenComparingInt(Arrival::tie));
      for (Arrival arrival : arrivals) {
        out.write(arrival.line());
        out.write('\n');
      }
    }
    written.put(name, file);
    return file;
  }

  private void add(Item item) {
    if (item instanceof Item.Sighted s) {
      messages.add(new Message(s.sighting().getObservedAt().toEpochMilli(), s.sighting()));
    } else if (item instanceof Item.Stated s) {
      messages.add(new Message(s.statement().getObservedAt().toEpochMilli(), s.statement()));
    }
  }

  /** The rows as they are; each of these data sets has one sighting in every row. */
  private List<Arrival> once(List<String> rows, boolean shuffled) {
    Random random = new Random(SEED);
    List<Message> sighted =
        messages.stream().filter(m -> m.record() instanceof VesselSighting).toList();
    assertThat(sighted).hasSize(rows.size() - 1);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < sighted.size(); i++) {
      arrivals.add(arrival(sighted.get(i), rows.get(i + 1), shuffled, random));
    }
    return arrivals;
  }

  private List<Arrival> repeated(boolean shuffled) {
    Random random = new Random(SEED);
    List<Arrival> arrivals = new ArrayList<>();
    for (Message message : messages) {
      ObjectNode json = RecordJson.of(message.record());
      json.properties().removeIf(field -> field.getValue().isNull());
      String line = RecordJson.line(json);
      arrivals.add(arrival(message, line, shuffled, random));
      int again = random.nextInt(ONE_OF);
      if (again == 0) {
        arrivals.add(arrival(message, line, shuffled, random));
      } else if (again == 1) {
        json.withObjectProperty("source")
            .put("receiver", "another")
            .put("messageId", "m" + arrivals.size());
        arrivals.add(arrival(message, RecordJson.line(json), shuffled, random));
      }
    }
    return arrivals;
  }

  private static Arrival arrival(Message message, String line, boolean shuffled, Random random) {
    long delayMs = shuffled ? random.nextLong(SHUFFLED_WITHIN.toMillis()) : 0;
    return new Arrival(message.timeMs() + delayMs, random.nextInt(), line);
  }

  private List<String> rows() throws IOException {
    boolean packed = data.file.toString().endsWith(".gz");
    try (InputStream raw = Files.newInputStream(data.file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    packed ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
