package org.stswatch.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The embedded broker as a program of its own, started by {@link BrokerServer}. Arguments: the
 * folder for its data, and the file that says where it listens once it does ({@code pid address}).
 */
public final class BrokerProgram {
  private BrokerProgram() {}

  /** Serves until the process is told to stop. */
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(Optional.of(Path.of(args[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop broker"));
    Path said = Path.of(args[1]);
    Path part = said.resolveSibling(said.getFileName() + ".part");
    Files.writeString(part, ProcessHandle.current().pid() + " " + broker.bootstrapServers());
    Files.move(part, said, StandardCopyOption.ATOMIC_MOVE);
    Thread.currentThread().join();
  }
}
