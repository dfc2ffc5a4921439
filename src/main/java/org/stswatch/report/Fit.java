package org.stswatch.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ReportSubject;
import org.stswatch.vessel.IdentityToken;
import org.stswatch.vessel.Imo;
import org.stswatch.vessel.Mmsi;
import org.stswatch.vessel.ShipType;

/**
 * How a ship that a report speaks of agrees with a party. The first number that both sides give
 * decides: IMO before MMSI before name; only a subject without any of them is held against class
 * and flag. The strongest first.
 */
public enum Fit {
  IMO,
  MMSI,
  NAME,
  /** A description that agrees: class, and flag where both are known. */
  CLASS,
  /** Nothing that could be compared. */
  OPEN,
  /** Another name, class or flag, and no number to compare: all three are the sender's word. */
  DOUBT,
  /** Another ship. */
  OTHER;

  static Fit of(ReportSubject subject, Hull hull) {
    String imo = imo(subject.getImo());
    String statedImo = imo(hull.imo());
    if (imo != null && statedImo != null) {
      return imo.equals(statedImo) ? IMO : OTHER;
    }
    String mmsi = subject.getMmsi();
    if (mmsi != null && Mmsi.isMmsi(mmsi) && hull.mmsi() != null) {
      return mmsi.equals(hull.mmsi()) ? MMSI : OTHER;
    }
    String name = name(subject.getName());
    String statedName = name(hull.name());
    if (name != null && statedName != null) {
      return name.equals(statedName) ? NAME : DOUBT;
    }
    return isIdentified(subject) ? OPEN : described(subject, hull);
  }

  /** Whether the report gives a number or a name of the ship, be it a wrong one. */
  static boolean isIdentified(ReportSubject s) {
    List<@Nullable String> names = new ArrayList<>();
    names.add(s.getName());
    return !IdentityToken.of(s.getImo(), s.getMmsi(), names).isEmpty();
  }

  /** Whether the report says anything of the ship by which it could be told from others. */
  static boolean isOfUse(ReportSubject s) {
    return isIdentified(s) || VesselClass.of(s.getVesselClass()) != ShipType.UNKNOWN;
  }

  boolean identifies() {
    return compareTo(NAME) <= 0;
  }

  private static Fit described(ReportSubject subject, Hull hull) {
    String flag = given(subject.getFlag());
    if (flag != null && hull.flag() != null && !flag.equalsIgnoreCase(hull.flag())) {
      return DOUBT;
    }
    ShipType type = VesselClass.of(subject.getVesselClass());
    if (type == ShipType.UNKNOWN || hull.type() == ShipType.UNKNOWN) {
      return OPEN;
    }
    return type == hull.type() ? CLASS : DOUBT;
  }

  /** A number whose check digit is wrong is a slip of the pen and compares with nothing. */
  private static @Nullable String imo(@Nullable String text) {
    return text == null ? null : Imo.read(text).filter(Imo::isValid).orElse(null);
  }

  private static @Nullable String name(@Nullable String text) {
    return IdentityToken.plain(text).orElse(null);
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
