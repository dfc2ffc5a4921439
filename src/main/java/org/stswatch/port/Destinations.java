package org.stswatch.port;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.IdentityToken;

/**
 * Reads destinations as they are typed on board: a UN/LOCODE ({@code KRPUS}, {@code KR PUS}), the
 * name of a port or country in a common spelling, or both ({@code BUSAN, S.KOREA}); of {@code
 * RUNJK>KRPUS} the latter. Whatever holds a word that is none of these is not read at all: {@code
 * JAPAN SEA} is not Japan. So is what names several countries. Safe for concurrent use.
 */
public final class Destinations {
  private static final String SPELLINGS = "/reference/destinations.csv";

  /** Words that say no place of their own. */
  private static final Set<String> FILLERS =
      Set.of("PORT", "OF", "ANCH", "ANCHORAGE", "ROAD", "ROADS", "OFF", "NEAR");

  private static final Pattern BETWEEN_PLACES = Pattern.compile("[,;/+&()]|\\bOR\\b");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2} ?[A-Z0-9]{3}");

  /** All that a code, name or spelling may mean, as it is compared. */
  private final Map<String, List<Destination>> meanings = new HashMap<>();

  private final Map<String, Destination> codes = new HashMap<>();

  /** Among these ports, and with the spellings that ship. */
  public Destinations(Ports ports) {
    for (Port port : ports.all()) {
      String country = port.country();
      if (country != null) {
        Destination there = new Destination(country, ports.ofCode(port.code()).orElse(port));
        codes.putIfAbsent(port.code(), there);
        names(port.name()).forEach(name -> means(name, there));
      }
    }
    spellings().forEach(row -> means(row.getField("spelling"), meaning(row.getField("means"))));
  }

  /** Also of what stands in brackets: Kimchaek (Songjin) has two names. */
  private static List<String> names(String name) {
    String[] parts = name.split("[()]");
    List<String> all = new ArrayList<>(List.of(name));
    if (parts.length == 2) {
      all.addAll(Arrays.asList(parts));
    }
    return all;
  }

  private void means(String spelling, @Nullable Destination there) {
    if (there != null) {
      List<Destination> all =
          meanings.computeIfAbsent(
              IdentityToken.plain(spelling).orElse(""), s -> new ArrayList<>());
      if (!all.contains(there)) {
        all.add(there);
      }
    }
  }

  /** Nothing where a pack of other ports has none of that code. */
  private @Nullable Destination meaning(String means) {
    return means.length() == 2 ? new Destination(means, null) : codes.get(means);
  }

  private static List<NamedCsvRecord> spellings() {
    try (InputStream in =
            Objects.requireNonNull(Destinations.class.getResourceAsStream(SPELLINGS));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(in)) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where this leads, or nothing where that can't be told. */
  public Optional<Destination> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String last = text.toUpperCase(Locale.ROOT).replaceFirst("^.*>", "").replace('@', ' ').strip();
    Optional<Destination> whole = place(last);
    return whole.isPresent() ? whole : ofParts(BETWEEN_PLACES.split(last));
  }

  /** Every part has to be read, and to lie in one country. */
  private Optional<Destination> ofParts(String[] parts) {
    Map<String, Destination> byCountry = new TreeMap<>();
    for (String part : parts) {
      if (part.isBlank()) {
        continue;
      }
      Optional<Destination> there = place(part.strip());
      if (there.isEmpty()) {
        return Optional.empty();
      }
      byCountry.merge(there.get().country(), there.get(), (a, b) -> a.port() == null ? b : a);
    }
    return byCountry.size() == 1 ? byCountry.values().stream().findFirst() : Optional.empty();
  }

  private Optional<Destination> place(String words) {
    if (CODE.matcher(words).matches() && codes.containsKey(words.replace(" ", ""))) {
      return Optional.of(codes.get(words.replace(" ", "")));
    }
    return named(words).or(() -> portAndCountry(words));
  }

  /** By a name that means one place, or ports of one country. */
  private Optional<Destination> named(String words) {
    List<Destination> all =
        IdentityToken.plain(words).map(w -> meanings.getOrDefault(w, List.of())).orElse(List.of());
    boolean sure = all.stream().map(Destination::country).distinct().count() == 1;
    return sure ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** {@code PORT OF BUSAN KOREA REP}: fillers left out, then a port and its country. */
  private Optional<Destination> portAndCountry(String text) {
    List<String> words =
        Arrays.stream(text.split("[\\s.\\-]+")).filter(w -> !FILLERS.contains(w)).toList();
    for (int i = words.size(); i > 0; i--) {
      Optional<Destination> country =
          i == words.size() ? Optional.empty() : named(joined(words.subList(i, words.size())));
      if (i < words.size() && (country.isEmpty() || country.get().port() != null)) {
        continue;
      }
      List<Destination> ports =
          IdentityToken.plain(joined(words.subList(0, i)))
              .map(w -> meanings.getOrDefault(w, List.of()))
              .orElse(List.of())
              .stream()
              .filter(d -> country.isEmpty() || d.country().equals(country.get().country()))
              .toList();
      if (ports.stream().map(Destination::country).distinct().count() == 1) {
        return Optional.of(ports.get(0));
      }
    }
    return Optional.empty();
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }
}
