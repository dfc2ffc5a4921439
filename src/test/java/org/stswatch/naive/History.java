package org.stswatch.naive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.stswatch.stream.Multicast;

/**
 * Two days of a quiet sea, in the order of time without a flaw: drifters, each visited once by a
 * tender that comes up at 10 kn, lies 111 m off for three hours, and leaves. Drifters report every
 * two minutes and tenders every ten, and their numbers fall so that the former lie in one partition
 * of two and the latter in the other: a partition with few reports is soon days ahead of one with
 * many, whoever schedules the tasks.
 */
final class History {
  static final int MEETINGS = 12;

  private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
  private static final int DAYS = 2;
  private static final int DRIFTER_EVERY_MIN = 2;
  private static final int TENDER_EVERY_MIN = 10;
  private static final int ALONGSIDE_MIN = 180;
  private static final double TEN_KN_DEG_PER_MIN = 10 / 60.0 / 60.0;
  private static final double FARTHEST_DEG = 0.4;
  private static final double BETWEEN_HULLS_DEG = 0.001;

  /** One report. */
  record Report(Instant at, String mmsi, double lat, double lon) {
    String csv() {
      return String.format(Locale.ROOT, "%s,%s,%.6f,%.6f", mmsi, at, lat, lon);
    }

    byte[] key() {
      return mmsi.getBytes(UTF_8);
    }

    /** Of a line as {@link #csv} writes it. */
    static Report of(String csv) {
      String[] field = csv.split(",", -1);
      return new Report(
          Instant.parse(field[1]),
          field[0],
          Double.parseDouble(field[2]),
          Double.parseDouble(field[3]));
    }
  }

  private final List<Report> reports = new ArrayList<>();
  private final Set<String> meetings = new TreeSet<>();

  History() {
    int number = 100_000_000;
    for (int i = 0; i < MEETINGS; i++) {
      String drifter = numberIn(1, number);
      String tender = numberIn(0, Integer.parseInt(drifter) + 1);
      number = Integer.parseInt(tender) + 1;
      meetings.add(drifter + " " + tender);
      int middleMin = 360 + i * (DAYS * 1440 - 720) / MEETINGS;
      double lat = 20.25 + i;
      for (int min = 0; min < DAYS * 1440; min += DRIFTER_EVERY_MIN) {
        reports.add(new Report(at(min), drifter, lat, 160.25));
      }
      for (int min = 0; min < DAYS * 1440; min += TENDER_EVERY_MIN) {
        reports.add(new Report(at(min), tender, lat + off(min - middleMin), 160.25));
      }
    }
    reports.sort(Comparator.comparing(Report::at).thenComparing(Report::mmsi));
  }

  /** All reports, by time. */
  List<Report> reports() {
    return reports;
  }

  /** Who meets whom: lower number, space, higher number. */
  Set<String> meetings() {
    return meetings;
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private static double off(int fromMiddleMin) {
    int under = Math.max(0, Math.abs(fromMiddleMin) - ALONGSIDE_MIN / 2);
    return BETWEEN_HULLS_DEG + Math.min(FARTHEST_DEG, under * TEN_KN_DEG_PER_MIN);
  }

  /** The next number that belongs to this partition of two. */
  private static String numberIn(int partition, int from) {
    int number = from;
    while (Multicast.partitionOf(String.valueOf(number), 2) != partition) {
      number++;
    }
    return String.valueOf(number);
  }
}
