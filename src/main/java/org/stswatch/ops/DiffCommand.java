package org.stswatch.ops;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff A B}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows alerts added, removed and changed between two replay folders.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class DiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "Folder of the first replay.")
  private Path before;

  @Parameters(index = "1", paramLabel = "B", description = "Folder of the second replay.")
  private Path after;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  @Override
  public Integer call() {
    RunDiff diff = RunDiff.between(RunFiles.alerts(before), RunFiles.alerts(after));
    spec.commandLine().getOut().print(json ? RecordJson.line(diff.json()) + "\n" : diff);
    return 0;
  }
}
