package org.stswatch.port;

/**
 * A named water of the reference pack. Context, never a precondition of a fact.
 *
 * @param id stable id, such as JAPAN_SEA
 * @param name name for people
 * @param theatre its part in the alert scope
 */
public record Zone(String id, String name, Theatre theatre) {

  /** What a zone is to the alert scope {@code theatre}. */
  public enum Theatre {
    /** Alerts are raised in it. */
    CORE,
    /** Alerts are raised in it where a party is linked to the mission; no context by itself. */
    OUTER,
    /** Context only. */
    NONE
  }
}
