package org.stswatch.ops;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify}: the work of the launcher, named here so that the help is whole. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Builds with all tests. The launcher ./sts-watch does it.")
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "ARG", description = "For Maven.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    throw Failure.usage(
        "the launcher does this, from the root of the sources: ./sts-watch verify "
            + String.join(" ", arguments));
  }
}
