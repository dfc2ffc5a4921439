package org.stswatch.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stswatch.event.VesselReport;

/**
 * Who stands behind reports. What is derived from nothing is its originator's; what is derived from
 * others, over any number of steps, is theirs, and adds nothing where they are known themselves.
 * Copies of a story whose origin nobody has sent in are one origin between them. {@code
 * derivedFrom} names reports and originators alike, and what a sensor saw that is part of our own
 * finding.
 */
final class Origins {
  /** This program's own finding. */
  static final String OWN = "own AIS";

  /** Whoever repeats AIS, by whichever receiver, or an alert of ours by its id, repeats us. */
  private static final Pattern NAMES_OF_OWN =
      Pattern.compile("(.+[ _-])?ais([ _-](data|tracks?|positions?))?|sts[ _-]watch\\b.*");

  private final Map<String, List<VesselReport>> named = new HashMap<>();
  private final Set<String> atFirstHand = new HashSet<>(Set.of(OWN));
  private final Set<String> ours;

  /** Copies of one story: by what they share. */
  private record Story(Set<String> roots, List<VesselReport> copies) {}

  /**
   * @param ours names of what our own finding rests on, in lower case
   */
  Origins(Collection<VesselReport> known, Set<String> ours) {
    this.ours = Set.copyOf(ours);
    for (VesselReport r : known) {
      String originator = plain(r.getOriginatorId());
      named.computeIfAbsent(originator, n -> new ArrayList<>()).add(r);
      named.computeIfAbsent(plain(r.getReportId()), n -> new ArrayList<>()).add(r);
      if (r.getDerivedFrom().isEmpty()) {
        atFirstHand.add(originator);
      }
    }
  }

  /** The independent origins among reports, each with the reports that speak for it, by name. */
  Map<String, List<VesselReport>> independent(Collection<VesselReport> reports) {
    Map<String, List<VesselReport>> origins = new TreeMap<>();
    List<Story> stories = new ArrayList<>();
    for (VesselReport r : byId(reports)) {
      String originator = plain(r.getOriginatorId());
      if (r.getDerivedFrom().isEmpty() && !originator.equals(OWN)) {
        origins.computeIfAbsent(originator, o -> new ArrayList<>()).add(r);
      } else {
        Set<String> roots = roots(r);
        roots.add(originator);
        if (Collections.disjoint(roots, atFirstHand)) {
          tell(new Story(roots, new ArrayList<>(List.of(r))), stories);
        }
      }
    }
    stories.forEach(s -> origins.put(plain(s.copies().get(0).getOriginatorId()), s.copies()));
    return origins;
  }

  private static List<VesselReport> byId(Collection<VesselReport> reports) {
    return reports.stream().sorted(Comparator.comparing(VesselReport::getReportId)).toList();
  }

  /** Joins a story with all that share a root with it. */
  private static void tell(Story story, List<Story> stories) {
    for (Story told : List.copyOf(stories)) {
      if (!Collections.disjoint(told.roots(), story.roots())) {
        stories.remove(told);
        story.roots().addAll(told.roots());
        story.copies().addAll(told.copies());
      }
    }
    story.copies().sort(Comparator.comparing(VesselReport::getReportId));
    stories.add(story);
  }

  /** The names at the far end of what a report is derived from. */
  private Set<String> roots(VesselReport report) {
    Set<String> seen = new HashSet<>(Set.of(plain(report.getOriginatorId())));
    seen.add(plain(report.getReportId()));
    Set<String> roots = new TreeSet<>();
    report.getDerivedFrom().forEach(d -> roots.addAll(resolved(plain(d), seen)));
    return roots;
  }

  private Set<String> resolved(String name, Set<String> seen) {
    Set<String> roots = new TreeSet<>();
    if (!seen.add(name)) {
      return roots;
    }
    for (VesselReport r : named.getOrDefault(name, List.of())) {
      String originator = plain(r.getOriginatorId());
      if (r.getDerivedFrom().isEmpty()) {
        roots.add(originator);
      } else if (originator.equals(name) || seen.add(originator)) {
        r.getDerivedFrom().forEach(d -> roots.addAll(resolved(plain(d), seen)));
      }
    }
    if (roots.isEmpty()) { // nobody has sent it in, or a circle
      roots.add(name);
    }
    return roots;
  }

  private String plain(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return NAMES_OF_OWN.matcher(plain).matches() || ours.contains(plain) ? OWN : plain;
  }
}
