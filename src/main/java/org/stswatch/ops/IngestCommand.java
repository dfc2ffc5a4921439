package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stswatch.source.Input;
import org.stswatch.stream.TopicAdmin;
import org.stswatch.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ingest}: publishes to the live input topics; the broker sets the time of receipt. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Publishes messages to the input topics of a live system.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class IngestCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;
  @Mixin private LiveOptions live;
  @Mixin private InputOptions input;

  @Option(
      names = "--source",
      paramLabel = "FILE|-",
      description = "What to publish; - is standard input. May be given again.")
  private List<Path> sources = List.of();

  @Option(names = "--json", description = "Prints the counts for machines.")
  private boolean json;

  IngestCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    if (sources.isEmpty() && !input.hasClaims()) {
      throw Failure.usage("nothing to ingest: give --source, --reports, --watchlist ...");
    }
    List<Input> inputs = input.inputs(sources);
    try {
      ListedClaims listed = ListedClaims.read(input.watchlist());
      listed.tell(spec.commandLine().getErr());
      LiveConfig config = live.config(Map.of());
      Topics topics = config.topics();
      Connection connection = config.connect();
      try (TopicAdmin admin = new TopicAdmin(connection.client(), connection.registry())) {
        admin.check(topics);
      }
      publish(inputs, listed, connection, topics);
    } finally {
      for (Input one : inputs) {
        one.close();
      }
    }
    return 0;
  }

  private void publish(
      List<Input> inputs, ListedClaims listed, Connection connection, Topics topics)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (Publisher publisher = new Publisher(connection, topics);
        Progress progress = Progress.of("ingesting", 0, err)) {
      LiveFeed feed = new LiveFeed(publisher, stop);
      feed.claims(listed);
      input.statements().forEach(file -> feed.claims(Claim.statements(file)));
      for (Input one : inputs) {
        feed.read(one, progress::at);
      }
      input.sightings().forEach(file -> feed.claims(Claim.sightings(file)));
      input.reports().forEach(file -> feed.claims(Claim.reports(file)));
      publisher.flush();
      print(feed.counts(), publisher.published());
    }
  }

  private void print(FeedCounts n, long published) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          RecordJson.line(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("lines", n.lines())
                  .put("skipped", n.skipped())
                  .put("in", n.in())
                  .put("published", published)
                  .put("unused", n.unused)
                  .put("rejected", n.rejected)));
    } else {
      out.println(
          String.format(
              Locale.ROOT,
              "%,d messages: %,d records published, %,d of no use, %,d rejected",
              n.in(),
              published,
              n.unused,
              n.rejected));
    }
    out.flush();
  }
}
