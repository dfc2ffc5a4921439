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
    int length = text.length();
    if (length >= 19 && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':') {
      long fraction = fractionMs(text, 19);
      if (fraction >= 0) {
        return civil(text, digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)) + fraction;
      }
    }
    if (length > 0 && isNumber(text)) {
      return epochMs(text);
    }
    return lenient(text);
  }

  /**
   * {@code dd/MM/yyyy HH:mm:ss}, as the Danish Maritime Authority writes; else as {@link #read}.
   */
  static long readDayFirst(String text) throws Refusal {
    if (text.length() == 19 && text.charAt(2) == '/' && text.charAt(5) == '/') {
      return civil(text, digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2));
    }
    return read(text);
  }

  private static long civil(String text, int year, int month, int day) throws Refusal {
    int hour = digits(text, 11, 13);
    int minute = digits(text, 14, 16);
    int second = digits(text, 17, 19);
    boolean separated = text.charAt(13) == ':' && text.charAt(16) == ':';
    if (!separated || year < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      throw unreadable(text);
    }
    if (second < 0 || second > 59) {
      throw unreadable(text);
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return days * DAY_MS + (hour * 3600L + minute * 60L + second) * 1000L;
    } catch (DateTimeException e) {
      throw unreadable(text);
    }
  }

  /** The fraction and the Z behind a time; -1 when something else stands there. */
  private static long fractionMs(String text, int from) {
    int i = from;
    char separator = text.charAt(10);
    if (separator != 'T' && separator != ' ') {
      return -1;
    }
    long ms = 0;
    if (i < text.length() && text.charAt(i) == '.') {
      int weight = 100;
      for (i++; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
        ms += (long) weight * (text.charAt(i) - '0');
        weight /= 10;
      }
    }
    boolean ended = i == text.length() || (i == text.length() - 1 && text.charAt(i) == 'Z');
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

  /** The number in these places, or -1. */
  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
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
