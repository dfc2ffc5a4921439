package org.stswatch.detect;

/**
 * Evidence that says the same thing in several ways. What a family adds to a score is capped, so
 * that five views of one fact do not make a certainty; the excess is printed as evidence of its
 * own. What speaks against is never capped.
 */
public enum Family {
  /** How near, how long and how slow: all from the same fixes. */
  CONTACT(3.0),
  /** What one ship did: silent, drifting. */
  CONDUCT(2.0),
  /** How well the ships were heard. */
  COVERAGE(0.5),
  /** Ports, shore, roadsteads, waters. */
  PLACE(0.5),
  /** Who the ships say they are. */
  PARTIES(3.0),
  /** Companies behind the ships, and whom they met before: context, which never speaks alone. */
  TIES(Double.POSITIVE_INFINITY, 0.15),
  /** What others say. */
  REPORTS(1.5),
  /** What changed hands. */
  CARGO(1.5),
  /** What its own statements say against a party's identity. */
  IDENTITY(1.5),
  /** Where a voyage went against what was declared. */
  VOYAGE(4.0),
  /** Meetings that follow one another. */
  CHAIN(5.0),
  /** What bounds the severity and weighs nothing. */
  LIMIT(0.0);

  /** Most that the family may add, log-odds. */
  public final double cap;

  /** Most that it may be of the whole score, 0 to 1; nothing where nothing else speaks for it. */
  public final double mostOfScore;

  Family(double cap) {
    this(cap, 1.0);
  }

  Family(double cap, double mostOfScore) {
    this.cap = cap;
    this.mostOfScore = mostOfScore;
  }
}
