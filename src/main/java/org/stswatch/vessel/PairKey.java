package org.stswatch.vessel;

/**
 * Two vessels, the lower key first: the key of everything that they do together.
 *
 * @param a the lower vessel key
 * @param b the higher vessel key
 */
public record PairKey(String a, String b) {
  public PairKey {
    if (a.compareTo(b) >= 0) {
      throw new IllegalArgumentException(a + " and " + b + ": lower vessel key first");
    }
  }

  public static PairKey of(String one, String other) {
    return one.compareTo(other) < 0 ? new PairKey(one, other) : new PairKey(other, one);
  }

  /** The pair of a Kafka key. */
  public static PairKey parse(String key) {
    int tab = key.indexOf('\t');
    return new PairKey(key.substring(0, tab), key.substring(tab + 1));
  }

  /** As a Kafka key. Vessel keys hold no control characters. */
  @Override
  public String toString() {
    return a + '\t' + b;
  }
}
