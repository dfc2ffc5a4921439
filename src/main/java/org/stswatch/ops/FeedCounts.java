package org.stswatch.ops;

import org.stswatch.source.Tally;

/**
 * What the front door counted, before the gate judges. Not thread-safe.
 *
 * <p>A row of a table may give a sighting and a statement: one message, two records. The statement
 * beside is published and accepted by the gate, and taken off here.
 */
final class FeedCounts {
  final Tally tally = new Tally();

  /** Messages outside the window. */
  long outside;

  /** Claims of files of their own, each a message. */
  long claims;

  /** Valid messages that are not published: of no use, or statements that say nothing new. */
  long unused;

  /** Statements published beside the sighting of the same message. */
  long beside;

  /** Messages rejected before the gate. */
  long rejected;

  /** Lines of watch lists, and those of them that list neither ship nor company. */
  long listLines;

  long listSkipped;

  /** Messages that count. */
  long in() {
    return tally.in() - outside + claims;
  }

  long lines() {
    return tally.lines() + listLines;
  }

  long skipped() {
    return tally.skipped() + listSkipped;
  }
}
