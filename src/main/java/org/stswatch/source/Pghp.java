package org.stswatch.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $PGHP} line (Gatehouse): when and by whom the following sentence was heard. Fields:
 * version, year, month, day, hour, minute, second, millisecond, country, region, station, online,
 * checksum of that sentence.
 *
 * @param checksum of the sentence that it speaks of, -1 when not given
 */
record Pghp(Heard heard, int checksum) {
  private static final int FIELDS = 14;
  private static final int STATION = 11;
  private static final int CHECKSUM = 13;

  /** Reads a line; null when it is none, or damaged. */
  static @Nullable Pghp read(String line) {
    if (!line.startsWith("$PGHP,")) {
      return null;
    }
    try {
      int asterisk = Nmea.check(line, 1, "checksum");
      String[] fields = line.substring(0, asterisk).split(",", -1);
      if (fields.length < FIELDS) {
        return null;
      }
      LocalDateTime time =
          LocalDateTime.of(number(fields[2]), number(fields[3]), number(fields[4]), 0, 0)
              .withHour(number(fields[5]))
              .withMinute(number(fields[6]))
              .withSecond(number(fields[7]))
              .withNano(number(fields[8]) * 1_000_000);
      Heard heard =
          new Heard(time.toInstant(ZoneOffset.UTC).toEpochMilli(), Text.clean(fields[STATION]));
      return new Pghp(heard, Nmea.hex(fields[CHECKSUM], 0));
    } catch (Refusal | DateTimeException | NumberFormatException e) {
      return null; // it only times another line, which is judged for itself
    }
  }

  /** Whether it surely speaks of this sentence. */
  boolean speaksOf(Sentence sentence) {
    return checksum == sentence.checksum();
  }

  private static int number(String text) {
    return Integer.parseInt(text.strip());
  }
}
