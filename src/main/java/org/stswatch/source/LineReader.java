package org.stswatch.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into lines (LF or CR LF) of a bounded length: of a longer line the beginning is
 * given, the rest is passed over. A library's reader would give neither the bytes for a reject nor
 * a bound. A byte order mark is dropped.
 */
final class LineReader {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final InputStream in;
  private final int limit;
  private final Line line;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private boolean first = true;
  private @Nullable String brokenBy;

  /**
   * Over the bytes.
   *
   * @param limit longest line in bytes
   */
  LineReader(InputStream in, String file, int limit) {
    this.in = in;
    this.limit = limit;
    this.line = new Line(file);
  }

  /** The next line, or null at the end. The same object each time. */
  @Nullable Line next() throws IOException {
    int scanned = 0;
    while (true) {
      for (int i = position + scanned; i < filled; i++) {
        if (buffer[i] == '\n') {
          return take(i, i + 1, i - position > limit);
        }
      }
      scanned = filled - position;
      if (scanned > limit) {
        return takeOversize();
      }
      if (!fill()) {
        return scanned == 0 ? null : take(filled, filled, false);
      }
    }
  }

  /** The line last given, or the place where the next would be. */
  Line line() {
    return line;
  }

  /** What made the compressed input end early, or null. */
  @Nullable String brokenBy() {
    return brokenBy;
  }

  private Line take(int end, int next, boolean tooLong) {
    int from = position;
    if (first) {
      first = false;
      boolean mark =
          end - from >= 3
              && (buffer[from] & 0xff) == 0xef
              && (buffer[from + 1] & 0xff) == 0xbb
              && (buffer[from + 2] & 0xff) == 0xbf;
      from += mark ? 3 : 0;
    }
    int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    position = next;
    line.set(buffer, from, tooLong ? Math.min(to, from + limit) : to, tooLong);
    return line;
  }

  private Line takeOversize() throws IOException {
    byte[] head = Arrays.copyOfRange(buffer, position, position + limit);
    position = filled;
    boolean ended = false;
    while (!ended && fill()) {
      int i = position;
      while (i < filled && buffer[i] != '\n') {
        i++;
      }
      ended = i < filled;
      position = ended ? i + 1 : filled;
    }
    first = false;
    line.set(head, 0, head.length, true);
    return line;
  }

  /** Reads more behind what is left. False at the end. */
  private boolean fill() throws IOException {
    int left = filled - position;
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, left);
      position = 0;
      filled = left;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(read, 0);
      return read > 0;
    } catch (EOFException | ZipException e) {
      brokenBy = String.valueOf(e.getMessage());
      return false;
    }
  }
}
