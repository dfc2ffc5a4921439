package org.stswatch.ops;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that starts a registry in the folder of its argument, says so, and waits to be killed.
 */
final class RegistryParent {
  private RegistryParent() {}

  public static void main(String[] args) throws InterruptedException {
    RegistryServer server = RegistryServer.start(Optional.of(Path.of(args[0])));
    System.out.println(server.url());
    Thread.currentThread().join();
  }
}
