package org.stswatch.ops;

import org.stswatch.Main;

/** The program, which ends with the test that started it: when its standard input does. */
final class ProgramMain {
  private ProgramMain() {}

  public static void main(String[] args) {
    InstanceMain.tether();
    Main.main(args);
  }
}
