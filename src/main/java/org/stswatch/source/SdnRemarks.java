package org.stswatch.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The remarks of an SDN row: statements with a semicolon between, such as {@code Vessel
 * Registration Identification IMO 8132835; MMSI 572469210; Linked To: KOREA SAMMA SHPG CO.}
 */
final class SdnRemarks {
  private static final Pattern IMO =
      Pattern.compile("Vessel Registration Identification (?:IMO )?(\\w+)");
  private static final Pattern COMPANY_NUMBER =
      Pattern.compile(
          "(?:Company Number|Identification Number|Vessel Registration Identification) IMO (\\d{7})");
  private static final Pattern MMSI = Pattern.compile("MMSI (\\w+)");
  private static final Pattern ALSO_KNOWN = Pattern.compile("[afn]\\.k\\.a\\. '(.+)'");
  private static final String LINKED_TO = "Linked To: ";

  private final List<String> statements = new ArrayList<>();

  SdnRemarks(String remarks) {
    String whole = remarks.endsWith(".") ? remarks.substring(0, remarks.length() - 1) : remarks;
    for (String statement : whole.split(";", -1)) {
      statements.add(statement.strip());
    }
  }

  /** The IMO number as written, or null. */
  @Nullable String imo() {
    return first(IMO);
  }

  /** The MMSI as written, or null. */
  @Nullable String mmsi() {
    return first(MMSI);
  }

  /** IMO company numbers; the list calls them by three names. */
  List<String> companyNumbers() {
    return all(COMPANY_NUMBER);
  }

  /** Names, those of persons included. */
  List<String> linkedTo() {
    return statements.stream()
        .filter(s -> s.startsWith(LINKED_TO))
        .map(s -> s.substring(LINKED_TO.length()))
        .toList();
  }

  /** Further names; most stand in alt.csv. */
  List<String> aliases() {
    return all(ALSO_KNOWN);
  }

  private @Nullable String first(Pattern pattern) {
    return all(pattern).stream().findFirst().orElse(null);
  }

  private List<String> all(Pattern pattern) {
    return statements.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }
}
