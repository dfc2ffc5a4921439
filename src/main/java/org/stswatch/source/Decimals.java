package org.stswatch.source;

/** Reads decimal numbers as tables print them. */
final class Decimals {
  /**
   * Powers of ten that a double holds exactly; so is a quotient of two exact numbers rounded right.
   */
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private Decimals() {}

  /**
   * The number; NaN where the cell is empty or a filler such as "Unknown".
   *
   * @throws Refusal when it is no number: the row is damaged, or its columns have moved
   */
  static double read(String field, String text) throws Refusal {
    return read(field, text, 0, text.length());
  }

  /** The number that stands in these places of a text. */
  static double read(String field, String text, int from, int to) throws Refusal {
    int length = to - from;
    if (length == 0) {
      return Double.NaN;
    }
    boolean negative = text.charAt(from) == '-';
    long digits = 0;
    int point = -1;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && length < POWERS.length) {
        digits = 10 * digits + (c - '0');
      } else if (c == '.' && point < 0 && length > 2) {
        point = i;
      } else {
        return slow(field, text.substring(from, to));
      }
    }
    if (negative && length == 1) {
      return Double.NaN; // a dash for nothing
    }
    double value = point < 0 ? digits : digits / POWERS[to - 1 - point];
    return negative ? -value : value;
  }

  /** The code that a number stands for: whole; -1 for none. */
  static int code(double value) {
    return value >= 0 && value <= Integer.MAX_VALUE ? (int) value : -1;
  }

  private static double slow(String field, String text) throws Refusal {
    if (Text.isFiller(text)) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        throw Refusal.unreadable(field, text);
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Refusal.unreadable(field, text);
    }
  }
}
