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

  /** The place for people, such as {@code day.csv:4711}; the first line is 1. */
  String origin() {
    return file + ":" + number;
  }

  /** Whether it was longer than the limit: only the beginning is here. */
  boolean oversize() {
    return oversize;
  }

  /** The line as UTF-8 text; what is no UTF-8 becomes U+FFFD. */
  String text() {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
      }
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** A copy of at most so many of its bytes. */
  byte[] copy(int maxBytes) {
    return Arrays.copyOfRange(bytes, start, Math.min(end, start + maxBytes));
  }
}
