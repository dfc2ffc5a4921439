package org.stswatch.ops;

import java.util.concurrent.Callable;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topology}. */
@Command(
    name = "topology",
    mixinStandardHelpOptions = true,
    description = "Shows the processor's topology.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class TopologyCommand implements Callable<Integer> {
  enum Form {
    TEXT,
    MERMAID
  }

  @Spec private CommandSpec spec;
  @Mixin private RuleOptions rules;

  @Option(names = "--format", paramLabel = "text|mermaid", description = "How (text).")
  private Form form = Form.TEXT;

  @Override
  public Integer call() {
    Topology topology = ProcessorTopology.blueprint(rules.rules());
    String text =
        form == Form.TEXT ? topology.describe().toString() : Mermaid.of(topology.describe());
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
