package org.stswatch.source;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.StationKind;

/**
 * The words that the tables of the Danish Maritime Authority print instead of AIS codes (ITU-R
 * M.1371-5, tables 45 and 53). Codes are read as well, so that one reader serves all tables.
 */
final class DmaWords {
  private static final Map<String, Integer> NAV_STATUS =
      Map.ofEntries(
          entry("under way using engine", 0),
          entry("at anchor", 1),
          entry("not under command", 2),
          entry("restricted maneuverability", 3),
          entry("constrained by her draught", 4),
          entry("moored", 5),
          entry("aground", 6),
          entry("engaged in fishing", 7),
          entry("under way sailing", 8),
          entry("reserved for future amendment [hsc]", 9),
          entry("reserved for future amendment [wig]", 10),
          entry("power-driven vessel towing astern", 11),
          entry("power-driven vessel pushing ahead or towing alongside", 12),
          entry("reserved for future use", 13),
          entry("ais-sart", 14),
          entry("ais-sart (active)", 14));

  private static final Map<String, Integer> SHIP_TYPE =
      Map.ofEntries(
          entry("wig", 20),
          entry("fishing", 30),
          entry("towing", 31),
          entry("towing long/wide", 32),
          entry("dredging", 33),
          entry("diving", 34),
          entry("military", 35),
          entry("sailing", 36),
          entry("pleasure", 37),
          entry("hsc", 40),
          entry("pilot", 50),
          entry("sar", 51),
          entry("tug", 52),
          entry("port tender", 53),
          entry("anti-pollution", 54),
          entry("law enforcement", 55),
          entry("medical", 58),
          entry("not party to conflict", 59),
          entry("passenger", 60),
          entry("cargo", 70),
          entry("tanker", 80),
          entry("other", 90));

  private static final Map<String, StationKind> STATION =
      Map.ofEntries(
          entry("base station", StationKind.COAST_STATION),
          entry("aton", StationKind.AID_TO_NAVIGATION),
          entry("sar airborne", StationKind.SAR_AIRCRAFT),
          entry("search and rescue transponder", StationKind.SART),
          entry("sart", StationKind.SART),
          entry("man overboard device", StationKind.MAN_OVERBOARD),
          entry("epirb", StationKind.EPIRB));

  private DmaWords() {}

  /** Navigational status; -1 where absent or a word without a code. */
  static int navStatus(CsvRow row, int place) throws Refusal {
    return row.isWord(place)
        ? NAV_STATUS.getOrDefault(row.cell(place).toLowerCase(Locale.ROOT), -1)
        : row.code("navigational status", place);
  }

  /** Ship type; null where absent or a word without a code. */
  static @Nullable Integer shipType(CsvRow row, int place) throws Refusal {
    if (row.isWord(place)) {
      return SHIP_TYPE.get(row.cell(place).toLowerCase(Locale.ROOT));
    }
    int code = row.code("ship type", place);
    return code > 0 ? code : null;
  }

  /** What the sender is; null where MMSI and message type must tell (Class A and B among them). */
  static @Nullable StationKind station(String cell) {
    return cell.isEmpty() ? null : STATION.get(cell.toLowerCase(Locale.ROOT));
  }
}
