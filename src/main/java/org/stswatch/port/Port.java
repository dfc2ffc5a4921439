package org.stswatch.port;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A port of the reference pack: one point, which may lie kilometres from its berths and tens of
 * kilometres from its roadstead.
 *
 * @param name name in Latin letters
 * @param unlocode UN/LOCODE without the blank, or null
 * @param country ISO 3166 alpha-2, or null
 * @param lat latitude, degrees north
 * @param lon longitude, degrees east
 * @param anchorage whether the point lies among berths or anchorages; else it is a bare point that
 *     may be kilometres off
 * @param roles what was shipped there by report: oil, crude, coal, ferry, exemption
 */
public record Port(
    String name,
    @Nullable String unlocode,
    @Nullable String country,
    double lat,
    double lon,
    boolean anchorage,
    Set<String> roles) {

  public Port {
    roles = Set.copyOf(roles);
  }

  /** UN/LOCODE, or the name where it has none: points of one port share it. */
  public String code() {
    return unlocode == null ? name : unlocode;
  }
}
