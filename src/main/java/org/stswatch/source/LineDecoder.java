package org.stswatch.source;

/** Reads the lines of one input in one format. Never throws on what a line holds. */
interface LineDecoder {
  /** Reads the next line: each message in it becomes one item, or the line is skipped. */
  void decode(Line line, Sink sink);

  /** Gives what still waits for another line. */
  default void end(Sink sink) {}
}
