package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stswatch.event.ListedKind;
import org.stswatch.event.Reject;
import org.stswatch.source.ListReading;
import org.stswatch.source.WatchlistFile;
import org.stswatch.source.Watchlists;

/**
 * What files of watch lists became: claims, and rows that could not be used. Every row that is not
 * skipped is a message: published, of no use since another copy says the same, or refused.
 *
 * @param claims entries, JSON lines included
 * @param repeated rows of tables that give no entry of their own
 * @param readings of the files that are tables
 */
record ListedClaims(List<Claim> claims, long repeated, List<ListReading> readings) {
  /** More remarks than so many are counted and not printed. */
  private static final int REMARKS_SHOWN = 5;

  /** No list. */
  static final ListedClaims NONE = new ListedClaims(List.of(), 0, List.of());

  ListedClaims {
    claims = List.copyOf(claims);
    readings = List.copyOf(readings);
  }

  /** Reads these files. */
  static ListedClaims read(List<WatchlistFile> files) {
    List<Claim> claims = new ArrayList<>();
    List<WatchlistFile> tables = new ArrayList<>();
    try {
      for (WatchlistFile file : files) {
        if (file.kind() == WatchlistFile.Kind.JSON) {
          claims.addAll(Claim.watchlist(file.file()));
        } else {
          tables.add(file);
        }
      }
      Watchlists lists = Watchlists.read(tables);
      lists.entries().forEach(e -> claims.add(new Claim(e.getPublishedAt(), e)));
      return new ListedClaims(claims, lists.repeated(), lists.readings());
    } catch (IOException e) {
      throw Failure.failed(String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(String.valueOf(e.getMessage()));
    }
  }

  List<Reject> refused() {
    return readings.stream().flatMap(r -> r.refused().stream()).toList();
  }

  /** Counts what is not published; what is, counts as any claim does. */
  void count(FeedCounts counts) {
    counts.claims += repeated + refused().size();
    counts.unused += repeated;
    counts.rejected += refused().size();
    readings.forEach(
        r -> {
          counts.listLines += r.lines();
          counts.listSkipped += r.skippedLines();
        });
  }

  /** Tells what each file gave, and what was left out. */
  void tell(PrintWriter err) {
    readings.forEach(
        r -> {
          err.println(told(r));
          r.remarks().stream().limit(REMARKS_SHOWN).forEach(remark -> err.println("  " + remark));
          int more = r.remarks().size() - REMARKS_SHOWN;
          if (more > 0) {
            err.println("  and " + more + " more; all are in the manifest");
          }
        });
    err.flush();
  }

  private static String told(ListReading r) {
    String skipped =
        r.skipped().entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), e.getKey()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s: %,d vessels, %,d companies; skipped: %s; %,d rejected",
        r.file(),
        r.count(ListedKind.VESSEL),
        r.count(ListedKind.COMPANY),
        skipped.isEmpty() ? "none" : skipped,
        r.refused().size());
  }

  /** For the manifest. */
  ArrayNode json() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (ListReading r : readings) {
      ObjectNode one =
          all.addObject()
              .put("name", r.file())
              .put("lines", r.lines())
              .put("vessels", r.count(ListedKind.VESSEL))
              .put("companies", r.count(ListedKind.COMPANY))
              .put("rejected", r.refused().size());
      r.skipped().forEach(one.putObject("skipped")::put);
      r.remarks().forEach(one.putArray("remarks")::add);
    }
    return all;
  }
}
