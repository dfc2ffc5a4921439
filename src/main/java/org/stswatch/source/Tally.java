package org.stswatch.source;

/**
 * Counts of what was read. {@code in} counts messages: the parts of a multi-part sentence are one;
 * a line that carries none (header, comment, blank, tag block alone, {@code $P...}) is skipped. One
 * tally may count several inputs. Not thread-safe.
 */
public final class Tally {
  private long lines;
  private long skipped;
  private long in;

  /** Lines read. */
  public long lines() {
    return lines;
  }

  /** Lines that carry no message. */
  public long skipped() {
    return skipped;
  }

  /** Messages read: sighted, stated in a message of their own, unused or refused. */
  public long in() {
    return in;
  }

  void line() {
    lines++;
  }

  void skip() {
    skipped++;
  }

  void message() {
    in++;
  }
}
