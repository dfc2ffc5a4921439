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

  /** The Russian ports of the mission lie east of this, degrees: Posyet is at 130.8. */
  public static final double FAR_EAST_LON = 130;

  public Port {
    roles = Set.copyOf(roles);
  }

  public boolean isDprk() {
    return "KP".equals(country);
  }

  /** Whether it lies in the Russian Far East. */
  public boolean isFarEast() {
    return "RU".equals(country) && lon >= FAR_EAST_LON;
  }

  /** Whether refined products or crude oil were shipped there. */
  public boolean shipsOil() {
    return roles.contains("oil") || roles.contains("crude");
  }

  /** Whether coal was shipped there. */
  public boolean shipsCoal() {
    return roles.contains("coal");
  }

  /** Whether calls there are judged by themselves: in the DPRK, or in the Far East with a role. */
  public boolean isOfMission() {
    return isDprk() || isFarEast() && !roles.isEmpty();
  }

  /** UN/LOCODE, or the name where it has none: points of one port share it. */
  public String code() {
    return unlocode == null ? name : unlocode;
  }
}
