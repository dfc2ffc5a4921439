package org.stswatch.ops;

/**
 * Whether an instance does its work at this moment: for the log, and for whoever steers traffic or
 * watches it.
 *
 * @param ready whether all threads have their partitions, and nothing that they need is missing
 * @param reason why not, for people; empty when ready
 */
record Readiness(boolean ready, String reason) {
  static final Readiness READY = new Readiness(true, "");

  static Readiness not(String reason) {
    return new Readiness(false, reason);
  }

  @Override
  public String toString() {
    return ready ? "ready" : "not ready: " + reason;
  }
}
