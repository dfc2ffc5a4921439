package org.stswatch.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VesselReport;

/** With what a report's source observed. The medium that carried it is none. */
final class Disciplines {
  /** Our own finding's, and that of any report derived from AIS. */
  static final String AIS = "ais";

  private static final Set<String> MEDIA =
      Set.of(
          "press",
          "media",
          "news",
          "newspaper",
          "article",
          "wire",
          "agency",
          "tv",
          "radio",
          "web",
          "internet",
          "blog",
          "social-media",
          "unknown",
          "other",
          "none");

  private static final Set<String> IMAGERY =
      Set.of("imagery", "satellite", "satellite-imagery", "photographs", "photography");

  private static final Set<String> PATROLS =
      Set.of(
          "naval", "patrol", "air-patrol", "aerial", "coast-guard", "photographs", "photography");

  private static final Set<String> RADAR = Set.of("radar", "coastal-radar");

  private Disciplines() {}

  /** Whether all that a report was observed with is of this kind: it may be the same picture. */
  static boolean areOnly(SourceKind with, VesselReport report) {
    Set<String> observed = union(List.of(report));
    observed.remove(AIS);
    return !observed.isEmpty() && observed.stream().allMatch(d -> isOf(with, d));
  }

  private static boolean isOf(SourceKind with, String discipline) {
    return switch (with) {
      case SAR ->
          IMAGERY.contains(discipline)
              || RADAR.contains(discipline)
              || Set.of("sar", "satellite-radar").contains(discipline);
      case OPTICAL -> IMAGERY.contains(discipline) || discipline.equals("optical");
      case RADAR -> RADAR.contains(discipline);
      case PATROL -> PATROLS.contains(discipline);
      case AIS, AIS_SATELLITE, UNKNOWN -> false;
    };
  }

  /** Of all of them: lower case, blanks and underscores as hyphens, media left out. */
  static Set<String> union(Collection<VesselReport> reports) {
    Stream<String> words = reports.stream().flatMap(r -> r.getDisciplines().stream());
    Set<String> all = new TreeSet<>();
    words.map(Disciplines::plain).filter(d -> !d.isEmpty() && !MEDIA.contains(d)).forEach(all::add);
    return all;
  }

  private static String plain(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    return plain.endsWith("-ais") || plain.startsWith("ais-") ? AIS : plain;
  }
}
