package org.stswatch.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stswatch.event.VesselReport;

/** The originators whose clearance counts. Anybody else's is shown, and changes nothing. */
public final class Authorities {
  private final Set<String> originators;

  private Authorities(Collection<String> originators) {
    this.originators =
        originators.stream()
            .map(Authorities::plain)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Out of a list of originator ids, separated by commas. */
  public static Authorities of(String list) {
    return new Authorities(Arrays.asList(list.split(",")));
  }

  boolean include(VesselReport report) {
    return originators.contains(plain(report.getOriginatorId()));
  }

  /** "Republic of Korea#customs" is a voice of "republic-of-korea". */
  private static String plain(String name) {
    return name.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
  }
}
