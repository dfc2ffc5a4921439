package org.stswatch.source;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text fields of foreign origin. */
final class Text {
  /** AIS names and destinations have 20 characters; registers print longer ones. */
  private static final int MAX_LENGTH = 128;

  private static final int SHOWN_LENGTH = 60;

  /** What tables print where they know nothing. */
  private static final Set<String> FILLERS =
      Set.of("unknown", "undefined", "unknown value", "n/a", "na", "nan", "null", "none", "-");

  private static final int LONGEST_FILLER = "unknown value".length();

  private Text() {}

  /** Trimmed text without control characters and @ padding; null when nothing is left. */
  static @Nullable String clean(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    int end = text.indexOf('@');
    String cut = (end < 0 ? text : text.substring(0, end)).strip();
    if (cut.isEmpty() || isFiller(cut)) {
      return null;
    }
    String plain = hasControl(cut) ? cut.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip() : cut;
    String shortened = plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
    return shortened.isEmpty() ? null : shortened;
  }

  /** Whether a cell says that nothing is known. */
  static boolean isFiller(String text) {
    return text.isEmpty()
        || (text.length() <= LONGEST_FILLER
            && !isDigit(text.charAt(text.length() - 1))
            && FILLERS.contains(text.toLowerCase(Locale.ROOT)));
  }

  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' '
          || (c >= 127
              && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT))) {
        return true;
      }
    }
    return false;
  }

  /** A value as it may stand in a message for people: short, and no control characters. */
  static String shown(Object value) {
    String text = String.valueOf(value);
    String head = text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
    return "'" + head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?") + "'";
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
