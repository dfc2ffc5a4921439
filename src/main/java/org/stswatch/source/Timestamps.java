package org.stswatch.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.stswatch.event.RejectReason;

/**
 * Reads times as feeds write them, to ms since 1970, UTC. The common shape is read by hand (it is
 * half the cost of a row otherwise), the rest by java.time. A time without offset is UTC.
 */
final class Timestamps {
  private static final long DAY_MS = 86_400_000L;

  /** Epoch seconds have up to 10 digits until 2286, milliseconds 12 to 13 from 1973 on. */
  private static final double LARGEST_EPOCH_SECONDS = 1e11;

  /**
   * ISO 8601 with T or blank, fraction of 0 to 9 digits, and "Z", "+00:00", "+0000 UTC" or none.
   */
  private static final DateTimeFormatter LENIENT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ][XXX][XX]['Z']")
          .appendPattern("[ ]['UTC']['GMT']")
          .toFormatter(Locale.ROOT);

  private Timestamps() {}

  /** ISO 8601 in its usual variants, or seconds or milliseconds since 1970. */
  static long read(String text) throws Refusal {
    return read(text, 0, text.length());
  }

  /** The time that stands in these places of a text. */
  static long read(String text, int from, int to) throws Refusal {
    if (to - from >= 19
        && text.charAt(from + 4) == '-'
        && text.charAt(from + 7) == '-'
        && text.charAt(from + 13) == ':') {
      long fraction = fractionMs(text, from, to);
      if (fraction >= 0) {
        return civil(text, from, to, false) + fraction;
      }
    }
    String alone = text.substring(from, to);
    return to > from && isNumber(alone) ? epochMs(alone) : lenient(alone);
  }

  /**
   * {@code dd/MM/yyyy HH:mm:ss}, as the Danish Maritime Authority writes; else as {@link #read}.
   */
  static long readDayFirst(String text, int from, int to) throws Refusal {
    boolean dayFirst =
        to - from == 19 && text.charAt(from + 2) == '/' && text.charAt(from + 5) == '/';
    return dayFirst ? civil(text, from, to, true) : read(text, from, to);
  }

  private static long civil(String text, int from, int to, boolean dayFirst) throws Refusal {
    int year = digits(text, from, dayFirst ? 6 : 0, 4);
    int month = digits(text, from, dayFirst ? 3 : 5, 2);
    int day = digits(text, from, dayFirst ? 0 : 8, 2);
    int hour = digits(text, from, 11, 2);
    int minute = digits(text, from, 14, 2);
    int second = digits(text, from, 17, 2);
    boolean separated = text.charAt(from + 13) == ':' && text.charAt(from + 16) == ':';
    if (!separated || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      throw unreadable(text.substring(from, to));
    }
    if (second < 0 || second > 59) {
      throw unreadable(text.substring(from, to));
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return days * DAY_MS + (hour * 3600L + minute * 60L + second) * 1000L;
    } catch (DateTimeException e) {
      throw unreadable(text.substring(from, to));
    }
  }

  /** The fraction and the Z behind a time; -1 when something else stands there. */
  private static long fractionMs(String text, int from, int to) {
    int i = from + 19;
    char separator = text.charAt(from + 10);
    if (separator != 'T' && separator != ' ') {
      return -1;
    }
    long ms = 0;
    if (i < to && text.charAt(i) == '.') {
      int weight = 100;
      for (i++; i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
        ms += (long) weight * (text.charAt(i) - '0');
        weight /= 10;
      }
    }
    boolean ended = i == to || (i == to - 1 && text.charAt(i) == 'Z');
    return ended ? ms : -1;
  }

  private static long epochMs(String text) throws Refusal {
    try {
      double value = Double.parseDouble(text);
      double ms = value < LARGEST_EPOCH_SECONDS ? value * 1000 : value;
      if (ms >= 0 && ms < 1e15) {
        return Math.round(ms);
      }
    } catch (NumberFormatException e) {
      throw unreadable(text);
    }
    throw unreadable(text);
  }

  private static long lenient(String text) throws Refusal {
    try {
      TemporalAccessor parsed = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          parsed.isSupported(ChronoField.OFFSET_SECONDS)
              ? OffsetDateTime.from(parsed).toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
      return instant.toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw unreadable(text);
    }
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  /** The number in so many places behind the first, or -1. */
  private static int digits(String text, int first, int behind, int places) {
    int value = 0;
    for (int i = first + behind; i < first + behind + places; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static Refusal unreadable(String text) {
    return new Refusal(
        RejectReason.MISSING_TIME,
        text.isBlank() ? "no time" : "time unreadable: " + Text.shown(text));
  }
}
