package org.stswatch.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises a format by the first lines of an input. */
final class FormatGuess {
  /** A sentence of AIS anywhere in the line, or another one at its start. */
  private static final Pattern SENTENCE =
      Pattern.compile("![^,]{2}VD[MO],[1-9],|^\\$[A-Z]{3,}[,*]|^\\\\[^\\\\]*\\*[0-9A-Fa-f]{2}\\\\");

  private FormatGuess() {}

  /** The format of these lines, or empty when none of them is of a known one. */
  static Optional<Format> of(List<String> lines) {
    return lines.stream().map(FormatGuess::of).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Format> of(String line) {
    String text = line.strip();
    if (text.startsWith("{")) {
      return json(text);
    }
    if (SENTENCE.matcher(text).find()) {
      return Optional.of(Format.NMEA);
    }
    if (CsvHeader.isHeader(text)) {
      return Optional.of(table(text));
    }
    return Optional.empty();
  }

  private static Optional<Format> json(String text) {
    if (text.contains("\"MessageType\"") || text.contains("\"MetaData\"")) {
      return Optional.of(Format.AISSTREAM);
    }
    boolean ours =
        text.contains("\"vesselKey\"")
            || text.contains("\"mmsi\"")
            || text.contains("\"observedAt\"");
    return ours ? Optional.of(Format.AVRO_JSON) : Optional.empty();
  }

  private static Format table(String header) {
    String name = Column.normalise(header);
    if (name.contains("typeofmobile")) {
      return Format.DMA;
    }
    return name.contains("basedatetime") ? Format.MARINECADASTRE : Format.POSITIONS;
  }
}
