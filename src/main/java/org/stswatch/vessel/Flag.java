package org.stswatch.vessel;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The flag that an MMSI claims: its maritime identification digits (ITU-R M.585). A flag is not
 * involvement, and the digits are only what the sender typed.
 */
public final class Flag {
  private static final String TABLE = "/reference/mids.csv";

  /**
   * Ship MID......, group 0MID, coast 00MID, aircraft 111MID, handheld 8MID, craft and aid 9xMID.
   */
  private static final Pattern MMSI = Pattern.compile("(?:00?|111|8|98|99)?([2-7]\\d\\d)\\d{2,6}");

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*?\\)");

  /** As lists write it, where the table of MIDs has another name. */
  private static final Map<String, String> ALSO_CALLED =
      Map.of(
          "russia", "RU",
          "north korea", "KP",
          "south korea", "KR",
          "hong kong", "HK",
          "vietnam", "VN",
          "gabon", "GA");

  private static final Map<String, String> BY_MID = new HashMap<>();
  private static final Map<String, String> BY_COUNTRY = new HashMap<>(ALSO_CALLED);

  static {
    load();
  }

  private Flag() {}

  /**
   * The flag state of an MMSI.
   *
   * @param vesselKey MMSI of 9 digits, or an opaque id (which has no flag)
   * @return ISO 3166 alpha-2, or nothing for an opaque id or digits that are not allocated
   */
  public static Optional<String> of(String vesselKey) {
    if (!Mmsi.isMmsi(vesselKey)) {
      return Optional.empty();
    }
    Matcher m = MMSI.matcher(vesselKey);
    return m.matches() ? Optional.ofNullable(BY_MID.get(m.group(1))) : Optional.empty();
  }

  /**
   * The flag state of that name, as lists and registers write it, or of that code.
   *
   * @return ISO 3166 alpha-2, or nothing for a name that is not known
   */
  public static Optional<String> ofCountry(String name) {
    String plain = plain(name);
    String code = plain.toUpperCase(Locale.ROOT);
    return BY_MID.containsValue(code)
        ? Optional.of(code)
        : Optional.ofNullable(BY_COUNTRY.get(plain));
  }

  private static String plain(String name) {
    return IN_BRACKETS
        .matcher(name)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace("st.", "saint")
        .replace("&", "and")
        .strip();
  }

  private static void load() {
    try (InputStream in = Objects.requireNonNull(Flag.class.getResourceAsStream(TABLE));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(in)) {
      for (NamedCsvRecord row : rows) {
        BY_MID.put(row.getField("mid"), row.getField("country"));
        BY_COUNTRY.putIfAbsent(plain(row.getField("name")), row.getField("country"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
