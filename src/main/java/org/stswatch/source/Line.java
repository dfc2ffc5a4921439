package org.stswatch.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line of an input, valid until the next is read. */
final class Line {
  private final String file;
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private long number;
  private boolean oversize;

  /**
   * Of the file with that name.
   *
   * @param file name for people, without folders
   */
  Line(String file) {
    this.file = file;
  }

  void set(byte[] buffer, int from, int to, boolean tooLong) {
    bytes = buffer;
    start = from;
    end = to;
    oversize = tooLong;
    number++;
  }

  /** Where a line stands, for people: {@code day.csv:4711}; the first line is 1. */
  record Place(String file, long number) {
    @Override
    public String toString() {
      return file + ":" + number;
    }
  }

  Place place() {
    return new Place(file, number);
  }

  /** The place as text. */
  String origin() {
    return place().toString();
  }

  /** Whether it was longer than the limit: only the beginning is here. */
  boolean oversize() {
    return oversize;
  }

  /** The line as UTF-8 text; what is no UTF-8 becomes U+FFFD. */
  String text() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** A copy of at most so many of its bytes. */
  byte[] copy(int maxBytes) {
    return Arrays.copyOfRange(bytes, start, Math.min(end, start + maxBytes));
  }
}
