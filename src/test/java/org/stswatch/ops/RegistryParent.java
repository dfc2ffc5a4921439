package org.stswatch.ops;

import java.util.Optional;

/** A process that starts a registry, says so, and waits to be killed. */
final class RegistryParent {
  private RegistryParent() {}

  public static void main(String[] args) throws InterruptedException {
    RegistryServer server = RegistryServer.start(Optional.empty());
    System.out.println(server.url());
    Thread.currentThread().join();
  }
}
