package org.stswatch.ops;

import picocli.CommandLine;

/** The version of the program, from the manifest of its jar. */
final class ProgramVersion implements CommandLine.IVersionProvider {
  private static final String UNPACKED = "development";

  static String get() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? UNPACKED : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"sts-watch " + get()};
  }
}
