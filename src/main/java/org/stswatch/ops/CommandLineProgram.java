package org.stswatch.ops;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalInt;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.LoggerFactory;
import org.stswatch.stream.RegistryOutageException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line {@code sts-watch}: which commands there are, and what their failures become. */
@Command(
    name = "sts-watch",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Finds likely ship-to-ship transfers in streams of vessel sightings.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failure",
      "2:usage",
      "3:too many rejects (--max-reject-ratio)",
      "4:broker or registry unreachable",
      "130:interrupted"
    })
public final class CommandLineProgram {
  private CommandLineProgram() {}

  /**
   * Runs one command on the standard streams; stops cleanly on Ctrl-C. Returns its exit code, or
   * nothing if a signal is ending the process already, with its own code.
   */
  public static OptionalInt run(String... args) {
    StopSignal stop = new StopSignal();
    stop.listen();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(stop, out, err, args);
    stop.finished();
    return stop.isEndingProcess() ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  /** Runs one command. */
  static int run(StopSignal stop, PrintWriter out, PrintWriter err, String... args) {
    CommandLine program = commands(stop);
    program.setOut(out).setErr(err);
    program.setParameterExceptionHandler(CommandLineProgram::usage);
    program.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    program.setCaseInsensitiveEnumValuesAllowed(true);
    int exitCode = program.execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static CommandLine commands(StopSignal stop) {
    return new CommandLine(new CommandLineProgram())
        .addSubcommand(new DemoCommand(stop))
        .addSubcommand(new VerifyCommand())
        .addSubcommand(new ReplayCommand(stop))
        .addSubcommand(new BenchCommand(stop))
        .addSubcommand(new BenchLiveCommand(stop))
        .addSubcommand(new RunCommand(stop))
        .addSubcommand(new IngestCommand(stop))
        .addSubcommand(new DiffCommand())
        .addSubcommand(new ExplainCommand(stop))
        .addSubcommand(new AlertsCommand(stop))
        .addSubcommand(new TopicsCommand())
        .addSubcommand(new TopologyCommand())
        .addSubcommand(new DescribeCommand());
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(name(command) + ": " + oneLine(e));
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      err.println("`" + name(command) + " --help` tells what there is.");
    }
    err.flush();
    return Failure.USAGE;
  }

  private static int failed(Exception e, CommandLine command) {
    PrintWriter err = command.getErr();
    LoggerFactory.getLogger(CommandLineProgram.class).debug("{} failed", name(command), e);
    err.println(name(command) + ": " + explain(e));
    err.flush();
    return exitCode(e);
  }

  private static int exitCode(Exception e) {
    if (e instanceof Failure failure) {
      return failure.exitCode();
    }
    return isUnreachable(e) ? Failure.UNREACHABLE : Failure.FAILED;
  }

  private static boolean isUnreachable(Throwable e) {
    return e instanceof RegistryOutageException
        || e instanceof TimeoutException
        || e instanceof DisconnectException;
  }

  private static String explain(Exception e) {
    if (e instanceof NoSuchFileException) {
      return e.getMessage() + ": no such file";
    } else if (e instanceof AccessDeniedException) {
      return e.getMessage() + ": may not be read or written";
    } else if (e instanceof TimeoutException) {
      return "the Kafka broker does not answer: " + e.getMessage();
    } else if (e.getMessage() == null || e instanceof NullPointerException) {
      return e.toString();
    }
    return e.getMessage();
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
