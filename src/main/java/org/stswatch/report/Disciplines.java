package org.stswatch.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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

  private Disciplines() {}

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
