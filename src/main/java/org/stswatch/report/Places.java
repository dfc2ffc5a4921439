package org.stswatch.report;

/** The named places that a report may speak of: waters and ports of the reference pack. */
public interface Places {

  /** Whether the name is one of them, in any case of letters. */
  boolean isKnown(String area);

  /** Whether the place of this name holds a position in degrees; false where it is not known. */
  boolean holds(String area, double lat, double lon);
}
