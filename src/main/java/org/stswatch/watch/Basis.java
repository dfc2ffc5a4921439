package org.stswatch.watch;

/** By what a ship or company was found on a list, the surest first. */
public enum Basis {
  /** The IMO number: for a ship's life, whatever her name and flag. */
  IMO("IMO number"),
  /** Name and MMSI: an MMSI goes with the flag, and may be given to the next ship. */
  MMSI_AND_NAME("MMSI and name"),
  /** Name and length, neither of which is one ship's alone. */
  NAME_AND_SIZE("name and length"),
  /** A name that others may have: it identifies nobody. */
  NAME("name alone"),
  /** IMO company number or number in a register. */
  COMPANY_NUMBER("company number"),
  /** Name of a company, legal form included. */
  COMPANY_NAME("company name"),
  /** The address of a listed company: another one, perhaps behind the same door. */
  ADDRESS("address");

  /** For people. */
  public final String words;

  Basis(String words) {
    this.words = words;
  }
}
