package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts depend on: exit codes, one clear line on standard error, help of every command. */
class CommandLineTest {
  @TempDir Path folder;

  /** What a command said, and its exit code. */
  record Answer(int exitCode, String out, String err) {}

  static Answer run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        CommandLineProgram.run(new StopSignal(), new PrintWriter(out), new PrintWriter(err), args);
    return new Answer(code, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "demo --help",
        "verify --help",
        "replay --help",
        "bench --help",
        "run --help",
        "ingest --help",
        "diff --help",
        "explain --help",
        "alerts --help",
        "alerts tail --help",
        "alerts export --help",
        "topics --help",
        "topics create --help",
        "topics describe --help",
        "topology --help",
        "describe --help"
      })
  void every_command_has_help(String line) {
    Answer answer = run(line.split(" "));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("Usage: sts-watch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frobnicate | Unmatched argument at index 0: 'frobnicate'",
        "replay | Missing required parameter: 'FILE'",
        "replay nowhere.csv | nowhere.csv: no such file",
        "replay src | src: is a folder, a file is expected",
        "replay pom.xml --set no.such=1 | no.such: no such setting; `describe` lists them",
        "replay pom.xml --set encounter.min-duration=soon | encounter.min-duration: 'soon' is not",
        "replay pom.xml --profile nobody | profile nobody: not one of gfw, skylight, starboard",
        "replay pom.xml --format morse | unknown format 'morse'",
        "replay pom.xml --scope mars | Invalid value for option '--scope'",
        "replay pom.xml --speed fast | --speed: 'fast' is not max or a factor such as 60x",
        "replay pom.xml --watchlist nowhere.csv | nowhere.csv: no such file",
        "replay pom.xml --watchlist pom.xml | pom.xml: no watch list",
        "replay pom.xml --watchlist sdn.csv@2019-02-30 | '2019-02-30' is no day",
        "replay pom.xml --watchlist src/test/resources/sanctions/ofac-2019-01-15/sdn.csv |"
            + " the OFAC list does not say its day",
        "replay pom.xml --from yesterday | 'yesterday' is no time in UTC",
        "replay pom.xml --from 2020-01-02 --to 2020-01-01 | --from must lie before --to",
        "replay pom.xml --partitions 0 | --partitions and --threads must be at least 1",
        "bench pom.xml --runs 0 | --repeat-in-time and --runs must be at least 1",
        "replay pom.xml --max-reject-ratio 2 | --max-reject-ratio must lie between 0 and 1",
        "replay pom.xml --ports nowhere.csv | nowhere.csv: no such file",
        "replay pom.xml --reports nowhere.jsonl | nowhere.jsonl: no such file",
        "replay pom.xml --run-id a-b | run id must be 1 to 64 letters, digits or underscores",
        "replay pom.xml --bootstrap-servers x:1 | belong together",
        "ingest | nothing to ingest",
        "ingest --source pom.xml | no address of the Kafka brokers: give --bootstrap-servers",
        "run --config nowhere.properties | nowhere.properties: no such file",
        "topics | create or describe?",
        "alerts | tail or export?",
        "alerts tail --run src | src: no folder of a finished replay",
        "alerts export --run src --format pdf | Invalid value for option '--format'",
        "diff src src | src: no folder of a finished replay",
        "describe --json --markdown | are mutually exclusive",
        "verify | ./sts-watch verify"
      })
  void a_usage_error_exits_with_2_and_says_what_is_wrong(String line, String said) {
    Answer answer = run(line.split(" "));

    assertThat(answer.err()).contains(said).startsWith("sts-watch").doesNotContain("\tat ");
    assertThat(answer.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void a_broker_that_does_not_answer_exits_with_4() {
    Answer answer =
        run(
            "topics",
            "create",
            "--bootstrap-servers",
            "127.0.0.1:1",
            "--registry-url",
            "http://127.0.0.1:1");

    assertThat(answer.exitCode()).isEqualTo(4);
    assertThat(answer.err()).contains("no Kafka broker answers at 127.0.0.1:1");
  }

  @Test
  void a_damaged_claim_names_its_file_and_line() throws IOException {
    Path reports = folder.resolve("reports.jsonl");
    Files.writeString(reports, "\n{\"reportId\":\"r1\",\"originator\":\"x\"}\n");

    Answer answer = run("replay", "pom.xml", "--reports", reports.toString());

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err()).contains("reports.jsonl:2: originator: no such field");
  }

  @Test
  void describe_lists_every_detector_and_every_setting_with_its_reason() {
    assertThat(run("describe").out()).contains("RENDEZVOUS_ZONE");
    assertThat(run("describe").out()).contains("encounter.max-distance-m", "Miller et al. 2018");
    assertThat(run("describe", "--markdown").out()).contains("| `time.allowed-lateness` | `6h` |");
    assertThat(run("describe", "--json").out()).contains("\"STS_ENCOUNTER_MAX_DISTANCE_M\"");
  }

  @Test
  void the_topology_is_shown_as_text_and_as_a_chart() {
    assertThat(run("topology").out()).startsWith("Topologies:").contains("sts.sightings");
    assertThat(run("topology", "--format", "mermaid").out())
        .startsWith("flowchart LR\n")
        .contains("[/\"sts.sightings\"/]");
  }

  @Test
  void without_a_broker_topics_are_described_as_they_have_to_be() {
    assertThat(run("topics", "describe").out()).contains("sts.alerts.json", "not asked");
    assertThat(run("topics", "describe", "--json", "--topic-prefix", "my.").out())
        .contains("\"topic\":\"my.sightings\"", "\"retention.ms\":\"-1\"");
  }
}
