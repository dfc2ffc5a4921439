package org.stswatch.vessel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Words by which a claim and a ship find each other: an IMO number, an MMSI, a name of a ship or
 * company. Finding is not matching: what an identity weighs is decided where it is judged. Tokens
 * begin with a tab, which no vessel key has.
 */
public final class IdentityToken {
  /** The token of claims that name nobody. */
  public static final String NOBODY = "\tnobody";

  private IdentityToken() {}

  /** The tokens of one ship or company. */
  public static Set<String> of(
      @Nullable String imo, @Nullable String mmsi, Iterable<? extends @Nullable String> names) {
    Set<String> tokens = new TreeSet<>();
    if (imo != null && !imo.isBlank()) {
      tokens.add("\timo " + Imo.read(imo).orElse(imo.strip()));
    }
    if (mmsi != null && Mmsi.isMmsi(mmsi)) {
      tokens.add("\tmmsi " + mmsi);
    }
    for (String name : names) {
      plain(name).ifPresent(plain -> tokens.add("\tname " + plain));
    }
    return tokens;
  }

  /** The tokens of a company beside its name: its numbers and addresses. */
  public static Set<String> ofCompany(
      Iterable<? extends @Nullable String> numbers,
      Iterable<? extends @Nullable String> addresses) {
    Set<String> tokens = new TreeSet<>();
    for (String number : numbers) {
      if (number != null && !number.isBlank()) {
        tokens.add("\tcompany " + number.strip());
      }
    }
    for (String address : addresses) {
      plain(address).ifPresent(plain -> tokens.add("\taddress " + plain));
    }
    return tokens;
  }

  /**
   * A name as it is compared: capital letters and digits only, so that SAM-MA No 2 and Samma no. 2
   * are one; nothing where none is left.
   */
  public static Optional<String> plain(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .codePoints()
        .filter(Character::isLetterOrDigit) // and so no marks
        .forEach(plain::appendCodePoint);
    return plain.length() == 0
        ? Optional.empty()
        : Optional.of(plain.toString().toUpperCase(Locale.ROOT));
  }
}
