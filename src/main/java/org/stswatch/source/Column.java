package org.stswatch.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The fields that a table of positions may have, each with the headers it goes by. Headers are
 * compared in lower case and without anything but letters and digits: {@code base_date_time},
 * {@code BaseDateTime} and {@code # Timestamp} are found as {@code basedatetime} and {@code
 * timestamp}.
 */
enum Column {
  VESSEL("mmsi vesselkey vesselid vessel ssvid id"),
  TIME("basedatetime timestamp observedat datetime time timeutc t"),
  LAT("lat latitude latitudedegrees latdeg"),
  LON("lon lng long longitude longitudedegrees londeg"),
  SOG("sog sogkn sogknots speed speedknots"),
  COG("cog cogdeg cogdegrees course"),
  HEADING("heading headingdeg trueheading"),
  NAV_STATUS("status navstatus navigationalstatus"),
  STATION("typeofmobile"),
  NAME("vesselname shipname name"),
  IMO("imo imonumber"),
  CALL_SIGN("callsign"),
  SHIP_TYPE("vesseltype shiptype"),
  LENGTH("length lengthm"),
  WIDTH("width widthm beam beamm"),
  DRAUGHT("draft draught draughtm"),
  DESTINATION("destination"),
  ETA("eta"),
  SOURCE("datasourcetype sourcekind");

  private final String headers;

  Column(String headers) {
    this.headers = headers;
  }

  /** Where this column stands in a row of headers, or -1. The first alias that is found counts. */
  int in(List<String> normalisedHeaders) {
    return Arrays.stream(headers.split(" ", -1))
        .mapToInt(normalisedHeaders::indexOf)
        .filter(index -> index >= 0)
        .findFirst()
        .orElse(-1);
  }

  /** A header as it is compared. */
  static String normalise(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
