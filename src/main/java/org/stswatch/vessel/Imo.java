package org.stswatch.vessel;

import java.util.Locale;
import java.util.Optional;

/**
 * IMO ship identification numbers: seven digits, the last a check digit (IMO resolution
 * A.1117(30)): the first six weighted 7 to 2 add up to a number that ends in it.
 */
public final class Imo {
  private static final int DIGITS = 7;

  private Imo() {}

  /**
   * Reads "IMO9074729", "IMO 9074729" or "9074729". Empty for anything that is not seven digits and
   * for 0000000; the check digit is not looked at.
   */
  public static Optional<String> read(String text) {
    String digits = text.strip().toUpperCase(Locale.ROOT);
    if (digits.startsWith("IMO")) {
      digits = digits.substring(3).stripLeading();
    }
    boolean number =
        digits.length() == DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && !digits.equals("0000000") ? Optional.of(digits) : Optional.empty();
  }

  /** Whether it is seven digits with the right check digit. */
  public static boolean isValid(String imo) {
    if (imo.length() != DIGITS || !imo.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < DIGITS - 1; i++) {
      sum += (imo.charAt(i) - '0') * (DIGITS - i);
    }
    return sum > 0 && sum % 10 == imo.charAt(DIGITS - 1) - '0';
  }
}
