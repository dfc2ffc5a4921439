package org.stswatch.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an input is written. */
public enum Format {
  /** Recognised by its first lines. */
  AUTO(0),
  /** CSV of NOAA MarineCadastre, any of its headers. */
  MARINECADASTRE(Format.ROW_BYTES),
  /** CSV of the Danish Maritime Authority, 22 or 26 columns. */
  DMA(Format.ROW_BYTES),
  /** AIVDM sentences, with or without tag blocks, $PGHP lines or an epoch behind. */
  NMEA(1024),
  /** JSON lines of aisstream.io. */
  AISSTREAM(Format.JSON_BYTES),
  /** CSV with at least a vessel, a time, a latitude and a longitude. */
  POSITIONS(Format.ROW_BYTES),
  /** JSON lines of VesselSighting or VoyageStatement, named as in the schemas. */
  AVRO_JSON(Format.JSON_BYTES);

  // Hostile input must not grow memory: a tag block and sentence have at most 162 characters
  // (IEC 61162-450 and -1), a row of 26 columns a few hundred, a message of a feed a few thousand.
  private static final int ROW_BYTES = 64 * 1024;
  private static final int JSON_BYTES = 256 * 1024;

  private final int lineLimitBytes;

  Format(int lineLimitBytes) {
    this.lineLimitBytes = lineLimitBytes;
  }

  /** The longest line that is read, in bytes; a longer one is rejected as OVERSIZE. */
  int lineLimitBytes() {
    return lineLimitBytes;
  }

  /** The name on the command line, such as {@code avro-json}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException naming the formats there are
   */
  public static Format of(String spelling) {
    return Arrays.stream(values())
        .filter(format -> format.spelling().equals(spelling.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format '"
                        + spelling
                        + "', one of "
                        + Arrays.stream(values())
                            .map(Format::spelling)
                            .collect(Collectors.joining(", "))));
  }
}
