package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.PairKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code explain --vessels A,B --at T --run DIR}, or {@code --vessel V}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells why two vessels did or did not meet, in sight or out of it, and make an alert; or what"
          + " one vessel did alone, or had beside it, what came of it, and which links of a chain"
          + " there are: every gate with its value and threshold. Reads the run's inputs again;"
          + " needs no Kafka."
    })
@SuppressWarnings("NullAway.Init") // filled by picocli
final class ExplainCommand implements Callable<Integer> {
  private final StopSignal stop;

  @Spec private CommandSpec spec;

  @Option(
      names = "--vessels",
      split = ",",
      paramLabel = "A,B",
      description = "Their MMSI, as in encounters.jsonl.")
  private List<String> vessels = List.of();

  @Option(
      names = "--vessel",
      paramLabel = "V",
      description =
          "One MMSI: silences, loitering, port calls, second places, chains, and what was seen"
              + " near it, within 24 h.")
  private @Nullable String vessel;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      converter = InputOptions.InstantText.class,
      description = "The meeting nearest to it, within 24 h, is explained.")
  private Instant at;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a finished replay; its inputs must lie where they lay.")
  private Path run;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  ExplainCommand(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public Integer call() throws IOException {
    if (vessel != null && vessels.isEmpty()) {
      return explain(vessel.trim());
    } else if (vessel != null) {
      throw Failure.usage("either --vessels or --vessel expected");
    } else if (vessels.size() != 2 || vessels.get(0).equals(vessels.get(1))) {
      throw Failure.usage("--vessels: two different MMSI expected, such as 273456780,477123450");
    }
    PairKey pair = PairKey.of(vessels.get(0).trim(), vessels.get(1).trim());
    RecordedRun recorded = RecordedRun.in(run);
    PairTrace trace =
        recorded.trace(pair, ProcessorTopology.pack(recorded.request().ports()), stop);
    for (String vessel : List.of(pair.a(), pair.b())) {
      if (trace.fixes(vessel).isEmpty()) {
        throw Failure.failed(vessel + ": no accepted sighting of this vessel in " + run);
      }
    }
    Explanation told = new Explanation(trace, at);
    spec.commandLine().getOut().print(json ? RecordJson.line(told.json()) + "\n" : told);
    return 0;
  }

  private int explain(String one) throws IOException {
    RecordedRun recorded = RecordedRun.in(run);
    VesselTrace trace =
        recorded.trace(one, ProcessorTopology.pack(recorded.request().ports()), stop);
    if (trace.heardS().isEmpty()) {
      throw Failure.failed(one + ": no accepted sighting of this vessel in " + run);
    }
    VesselExplanation told = new VesselExplanation(trace, at);
    spec.commandLine().getOut().print(json ? RecordJson.line(told.json()) + "\n" : told);
    return 0;
  }
}
