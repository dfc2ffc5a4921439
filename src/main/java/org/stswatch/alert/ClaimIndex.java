package org.stswatch.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Claims;
import org.stswatch.event.PortCall;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step.SideEntry;
import org.stswatch.vessel.ContentId;
import org.stswatch.vessel.IdentityToken;
import org.stswatch.vessel.Imo;
import org.stswatch.watch.Watchlist;

/**
 * How cases and claims find each other. Statements are kept under their vessel; watch-list entries
 * and reports under every {@link IdentityToken} of whom they name, since a case knows the IMO
 * number and the name of a ship only by its statements. All versions of a claim are kept: which is
 * the last is a matter of its publication, not of its arrival. Versions may name others than those
 * before, so they are kept under the claim's own id as well: who finds one, finds all.
 */
final class ClaimIndex {
  /** Before the id of a claim: the topic of its versions. */
  private static final String VERSIONS = "\tversions of ";

  private final long windowMs;
  final StatedDays stated;

  /**
   * @param window how long after its end a claim may count for a fact
   */
  ClaimIndex(Duration window) {
    this.windowMs = window.toMillis();
    this.stated = new StatedDays(window);
  }

  /** Where a claim is kept; nothing for what is no claim. */
  Set<SideEntry> places(SpecificRecord event, long receivedMs) {
    if (event instanceof VoyageStatement s) {
      Set<SideEntry> own = stated.places(s, receivedMs);
      Set<SideEntry> places = new HashSet<>(own);
      places.addAll(SharedNumbers.places(s, own));
      if (s.getImo() != null && Imo.isValid(s.getImo())) {
        places.add(stated.once(hull(s.getImo()), s, receivedMs));
      }
      return places;
    } else if (event instanceof PortCall c) {
      return Set.of(CallIndex.ofVessel(c));
    } else if (event instanceof WatchlistEntry e) {
      Set<String> tokens = new TreeSet<>(IdentityToken.of(e.getImo(), e.getMmsi(), e.getNames()));
      tokens.addAll(IdentityToken.ofCompany(e.getCompanyIds(), e.getAddresses()));
      return places(tokens, of(e), Watchlist.version(e));
    } else if (event instanceof VesselReport r) {
      return places(tokens(r), of(r), version(r));
    } else if (event instanceof ClosedMeeting m) {
      return Set.of(
          new SideEntry(meetings(m.getVessel1()), m.getEncounterId()),
          new SideEntry(meetings(m.getVessel2()), m.getEncounterId()));
    }
    return Set.of();
  }

  private static String of(WatchlistEntry entry) {
    return "w " + entry.getEntryId();
  }

  private static String of(VesselReport report) {
    return "r " + report.getReportId();
  }

  private static Set<SideEntry> places(Set<String> tokens, String claim, String version) {
    return Stream.concat(tokens.stream(), Stream.of(VERSIONS + claim))
        .map(topic -> new SideEntry(topic, claim + "\t" + version))
        .collect(Collectors.toSet());
  }

  /** Two versions published at one time stand side by side: neither is the one that came last. */
  private static String version(VesselReport report) {
    return report.getPublishedAt() + "\t" + ContentId.of(report.toString());
  }

  /** The topic of a vessel's closed meetings; no vessel key begins with a tab. */
  static String meetings(String vessel) {
    return "\tmet " + vessel;
  }

  /** The topic of those who state this IMO number, under whatever key. */
  static String hull(String imo) {
    return "\thull " + imo;
  }

  private static Set<String> tokens(VesselReport report) {
    Set<String> tokens = new TreeSet<>();
    for (ReportSubject s : report.getSubjects()) {
      List<@Nullable String> names = new ArrayList<>();
      names.add(s.getName());
      tokens.addAll(IdentityToken.of(s.getImo(), s.getMmsi(), names));
    }
    return tokens.isEmpty() ? Set.of(IdentityToken.NOBODY) : tokens;
  }

  /**
   * What counts of all that was claimed.
   *
   * @param topics under which it is kept
   */
  record Found(Claims claims, Set<String> topics) {}

  /** Claims for a fact that are received later do not count, ms since 1970. */
  long lastMs(Fact fact) {
    return lastMs(fact.end().toEpochMilli());
  }

  /** The same for what ends then. */
  long lastMs(long endMs) {
    return endMs + windowMs;
  }

  /**
   * Finds what counts for something that vessels did.
   *
   * @param lastMs claims received later do not count, ms since 1970
   */
  Found find(Side side, Collection<String> vessels, long lastMs) {
    Map<String, List<VoyageStatement>> stated = new TreeMap<>();
    vessels.forEach(vessel -> stated.put(vessel, this.stated.of(side, vessel, lastMs)));
    Set<String> tokens = StatedTokens.of(stated);
    Set<String> versions = versions(side, tokens, lastMs);
    List<SpecificRecord> claims =
        versions.stream().flatMap(topic -> side.entries(topic, lastMs).stream()).toList();
    List<VesselReport> reported =
        latest(claims, VesselReport.class, VesselReport::getReportId, VesselReport::getPublishedAt);
    Claims counting =
        new Claims(
            SharedNumbers.withOthers(stated, side, this.stated, lastMs),
            entries(claims),
            reported,
            reported.isEmpty() ? List.of() : met(side, vessels, lastMs),
            CallIndex.of(side, vessels));
    Set<String> topics = new TreeSet<>(vessels);
    topics.addAll(tokens);
    topics.addAll(versions);
    return new Found(counting, topics);
  }

  /** Of the versions of list entries among these claims the latest. */
  static List<WatchlistEntry> entries(List<SpecificRecord> claims) {
    return Watchlist.latest(
        claims.stream()
            .filter(WatchlistEntry.class::isInstance)
            .map(WatchlistEntry.class::cast)
            .toList());
  }

  /**
   * The keys of those who state an IMO number.
   *
   * @param lastMs claims received later do not count, ms since 1970
   */
  Set<String> keysOf(Side side, String imo, long lastMs) {
    return stated.of(side, hull(imo), lastMs).stream()
        .map(VoyageStatement::getMmsi)
        .collect(Collectors.toSet());
  }

  /**
   * What the vessels met with. Only what was over by then counts: it is known in its final form
   * when the fact is forgotten, and not by chance.
   */
  private static List<ClosedMeeting> met(Side side, Collection<String> vessels, long lastMs) {
    Map<String, ClosedMeeting> met = new TreeMap<>();
    for (String vessel : vessels) {
      for (SpecificRecord entry : side.entries(meetings(vessel))) {
        ClosedMeeting m = (ClosedMeeting) entry;
        if (m.getEnd().toEpochMilli() <= lastMs) {
          met.put(m.getEncounterId(), m);
        }
      }
    }
    return List.copyOf(met.values());
  }

  /** The topics of what the vessels met with. */
  static Set<String> meetingTopics(List<String> vessels) {
    return vessels.stream().map(ClaimIndex::meetings).collect(Collectors.toSet());
  }

  /** The topics under which the versions of all claims are kept that stand under these tokens. */
  static Set<String> versions(Side side, Set<String> tokens, long lastMs) {
    Set<String> topics = new TreeSet<>();
    for (String token : tokens) {
      for (SpecificRecord claim : side.entries(token, lastMs)) {
        if (claim instanceof WatchlistEntry e) {
          topics.add(VERSIONS + of(e));
        } else if (claim instanceof VesselReport r) {
          topics.add(VERSIONS + of(r));
        }
      }
    }
    return topics;
  }

  /** Of all versions of a claim the one published last; of equal times by content. */
  private static <T extends SpecificRecord> List<T> latest(
      List<SpecificRecord> claims,
      Class<T> type,
      Function<T, String> id,
      Function<T, Instant> publishedAt) {
    Map<String, T> latest = new TreeMap<>();
    for (SpecificRecord claim : claims) {
      if (type.isInstance(claim)) {
        T version = type.cast(claim);
        latest.merge(
            id.apply(version),
            version,
            BinaryOperator.maxBy(
                Comparator.comparing(publishedAt).thenComparing(Object::toString)));
      }
    }
    return List.copyOf(latest.values());
  }
}
