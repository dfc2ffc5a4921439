package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.AlertStatus;
import org.stswatch.event.Party;
import org.stswatch.ops.CommandLineTest.Answer;
import org.stswatch.stream.Topics;

/**
 * What others read: a Kafka client and an Avro registry client that we did not write, in another
 * language, against a real broker and a real registry. Needs Node.js and npm (see {@link
 * NodeTool}).
 */
class ForeignConsumerIT {
  private static final String RUN = "foreign";
  private static final Duration READING = Duration.ofSeconds(75);

  private static NodeTool node;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    node = NodeTool.install();
  }

  @Test
  void kafkajs_reads_every_alert_as_our_own_reader_does() throws Exception {
    try (DemoLibrary library = DemoLibrary.unpack();
        EmbeddedCluster cluster = EmbeddedCluster.forAnyProcess(Optional.empty())) {
      replay(cluster, library);
      List<Alert> ours = ownReader(cluster);
      List<JsonNode> theirs = foreignReader(cluster);

      assertThat(ours).extracting(Alert::getStatus).contains(AlertStatus.OPEN, AlertStatus.CLOSED);
      assertThat(ours.stream().map(Alert::getAlertId).distinct()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(theirs)
          .containsExactlyElementsOf(ours.stream().map(ForeignConsumerIT::asRead).toList());
    }
  }

  /** The demo's cases, with the meetings inside the port as well. */
  private static void replay(EmbeddedCluster cluster, DemoLibrary library) {
    Answer answer =
        CommandLineTest.run(
            "replay",
            library.positions().toString(),
            "--statements",
            library.statements().toString(),
            "--scope",
            "world",
            "--set",
            "encounter.port-exclusion-m=0",
            "--run-id",
            RUN,
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--registry-url",
            cluster.registryUrl().orElseThrow());
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  /** Every revision, in the order of the topic. */
  private static List<Alert> ownReader(EmbeddedCluster cluster) {
    Topics topics =
        Topics.replay(RUN, Topics.DEFAULT_INPUT_PARTITIONS, Topics.DEFAULT_RESULT_PARTITIONS);
    List<SpecificRecord> all = new ArrayList<>();
    try (ResultReader reader = new ResultReader(Connection.to(cluster), topics)) {
      reader.readToEnd(all::add, () -> true);
    }
    return all.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
  }

  private static List<JsonNode> foreignReader(EmbeddedCluster cluster)
      throws IOException, InterruptedException {
    List<JsonNode> alerts = new ArrayList<>();
    for (String line :
        node.run(
            READING,
            "node",
            "read-alerts.js",
            cluster.bootstrapServers(),
            cluster.registryUrl().orElseThrow(),
            "sts." + RUN + ".alerts")) {
      alerts.add(RecordJson.MAPPER.readTree(line));
    }
    return alerts;
  }

  /** What read-alerts.js has to print for this revision, headers of the record included. */
  private static JsonNode asRead(Alert alert) {
    List<String> parties = alert.getParties().stream().map(Party::getVesselKey).toList();
    ObjectNode json = RecordJson.MAPPER.createObjectNode();
    json.put("key", alert.getAlertId());
    json.put("alertId", alert.getAlertId());
    json.put("revision", alert.getRevision());
    json.put("status", alert.getStatus().name());
    json.put("severity", alert.getSeverity().name());
    json.set("score", asJavaScriptPrints(alert.getScore()));
    parties.forEach(json.putArray("parties")::add);
    json.put("startMs", alert.getStart().toEpochMilli());
    json.put("ce_id", alert.getAlertId() + "-" + alert.getRevision());
    json.put("ce_specversion", "1.0");
    json.put("ce_type", "org.stswatch.alert");
    json.put("ce_subject", parties.isEmpty() ? "PORT_PAIR" : String.join(",", parties));
    json.put("contentType", "application/avro");
    return json;
  }

  /** JavaScript knows one kind of number and prints 3 where Java prints 3.0. */
  private static JsonNode asJavaScriptPrints(double number) {
    return number == Math.rint(number)
        ? RecordJson.MAPPER.getNodeFactory().numberNode((int) number)
        : RecordJson.MAPPER.getNodeFactory().numberNode(number);
  }
}
