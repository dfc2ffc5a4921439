package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.support.Conservation;

/** Files in, alerts out, through a broker in this process. */
class ReplayIT {
  private static final Path CASE = Path.of("src/main/resources/demo/vityaz");

  @TempDir Path folder;

  @Test
  void the_same_file_gives_the_same_result_for_any_number_of_partitions() throws IOException {
    JsonNode one = replay("one", positions().toString(), "--partitions", "1", "--threads", "1");
    JsonNode four = replay("four", positions().toString(), "--partitions", "4", "--threads", "2");

    assertThat(four.path("resultSha256")).isEqualTo(one.path("resultSha256"));
    assertThat(four.path("acceptedSha256")).isEqualTo(one.path("acceptedSha256"));
    assertThat(alerts("one"))
        .as("the meeting, and that one of the two drifted")
        .extracting(alert -> alert.path("type").asText())
        .containsExactly("RENDEZVOUS_ZONE", "LOITERING");
    assertThat(RunDiff.between(alerts("one"), alerts("four")).same()).isEqualTo(2);
  }

  @Test
  void every_message_is_accounted_for_damaged_extreme_late_and_repeated_ones() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(positions()));
    String first = rows.get(1);
    rows.add(rows.get(rows.size() - 1)); // the same vessel and time again
    rows.add("273999991,2017-10-15T02:00:38Z,95,131.4,8,122"); // no such latitude
    rows.add("273999991,1999-01-01T00:00:00Z,42.8,131.4,8,122"); // a broken clock
    rows.add(first.replace("02:00:38", "02:01:38")); // four days late
    Path damaged = folder.resolve("damaged.csv");
    Files.write(damaged, rows);

    JsonNode manifest = replay("damaged", damaged.toString(), "--set", "time.allowed-lateness=1h");

    JsonNode counts = manifest.path("counts");
    assertThat(counts.path("duplicate").asInt()).isEqualTo(1);
    assertThat(counts.path("rejected").asInt()).isEqualTo(2);
    assertThat(counts.path("late").asInt()).isEqualTo(1);
    assertThat(manifest.path("rejectsByReason").toString())
        .isEqualTo("{\"EXTREME\":1,\"FIELD_RANGE\":1,\"LATE\":1}");
    assertThat(manifest.path("lateness").asText()).isEqualTo("PT1H");
    assertThat(folder.resolve("damaged/rejects.jsonl")).content().contains("damaged.csv:393", "95");
  }

  @Test
  void a_watch_list_is_read_whole_and_what_cannot_be_used_is_rejected() throws IOException {
    Path lists = Files.createDirectory(folder.resolve("lists"));
    Path sample = Path.of("src/test/resources/sanctions/ofac-2019-01-15");
    Files.writeString(
        lists.resolve("sdn.csv"), Files.readString(sample.resolve("sdn.csv")) + "9,\"CUT OFF\"\n");
    Path own = lists.resolve("own.csv");
    Files.writeString(
        own, "list,type,name,imo,from\nOwn list,NATIONAL,SAM MA 2,8106496,2017-10-01\n");

    JsonNode manifest =
        replay(
            "listed",
            positions().toString(),
            "--watchlist",
            lists.resolve("sdn.csv") + "@2019-01-15",
            "--watchlist",
            own.toString());

    JsonNode counts = manifest.path("counts");
    assertThat(counts.path("rejected").asInt()).isEqualTo(1);
    assertThat(counts.path("in").asInt())
        .isEqualTo(
            19 + 1 + 1 + replay("bare", positions().toString()).path("counts").path("in").asInt());
    assertThat(manifest.path("watchlists").get(0).path("vessels").asInt()).isEqualTo(13);
    assertThat(manifest.path("watchlists").get(0).path("skipped").toString())
        .isEqualTo("{\"aircraft\":1}");
    assertThat(folder.resolve("listed/rejects.jsonl"))
        .content()
        .contains("sdn.csv@2019-01-15:21", "2 of 12 columns", "CUT OFF");
    assertThat(alerts("listed").get(0).path("parties").toString())
        .as("by OFAC she was listed later")
        .contains("[\"Own list since 2017-10-01\"]")
        .doesNotContain("OFAC");
  }

  @Test
  void explain_finds_the_encounters_and_the_alert_of_a_run_again() throws IOException {
    replay("told", positions().toString(), "--watchlist", "pack");
    JsonNode alert = alerts("told").get(0);
    List<String> encounters = Files.readAllLines(folder.resolve("told/encounters.jsonl"));

    assertThat(encounters).isNotEmpty();
    for (String line : encounters) {
      JsonNode encounter = RecordJson.MAPPER.readTree(line);
      JsonNode told = explain("told", encounter);
      assertThat(told.path("meeting")).isEqualTo(encounter);
      if (told.path("raised").asBoolean()) {
        assertThat(unrevised(told.path("alert"))).isEqualTo(unrevised(alert));
        alert = NullNode.getInstance();
      }
    }
    assertThat(alert.isNull()).as("the alert was told").isTrue();
  }

  private JsonNode explain(String name, JsonNode encounter) throws IOException {
    String vessels = encounter.path("vessel1").asText() + "," + encounter.path("vessel2").asText();
    String start = encounter.path("start").asText();
    Answer answer =
        CommandLineTest.run(
            "explain", "--vessels", vessels, "--at", start, "--run", out(name), "--json");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return RecordJson.MAPPER.readTree(answer.out());
  }

  /** Revision and status are a matter of the alert's history. */
  private static JsonNode unrevised(JsonNode alert) {
    return ((ObjectNode) alert.deepCopy()).without(List.of("revision", "status"));
  }

  @Test
  void too_many_rejects_exit_with_3_after_the_results_are_written() throws IOException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, "mmsi,timestamp,lat,lon\n1,2017-10-15T00:00:00Z,99,1\n");

    Answer answer =
        CommandLineTest.run(
            "replay", bad.toString(), "--max-reject-ratio", "0.5", "--out", out("bad"));

    assertThat(answer.err()).contains("more than 0.5");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(folder.resolve("bad/manifest.json")).exists();
  }

  private JsonNode replay(String name, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of("replay"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--statements", CASE.resolve("statements.jsonl").toString()));
    line.addAll(List.of("--out", out(name), "--json"));

    Answer answer = CommandLineTest.run(line.toArray(String[]::new));

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode manifest =
        RecordJson.MAPPER.readTree(Files.readString(folder.resolve(name).resolve("manifest.json")));
    assertThat(RecordJson.MAPPER.readTree(answer.out())).isEqualTo(manifest);
    Conservation.assertHeld(manifest);
    return manifest;
  }

  private List<JsonNode> alerts(String name) {
    return RunFiles.alerts(folder.resolve(name));
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static Path positions() {
    return CASE.resolve("positions.csv");
  }
}
