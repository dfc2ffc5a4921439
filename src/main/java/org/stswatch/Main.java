package org.stswatch;

import org.stswatch.ops.CommandLineProgram;

/** The program {@code sts-watch}. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    CommandLineProgram.run(args).ifPresent(System::exit);
  }
}
