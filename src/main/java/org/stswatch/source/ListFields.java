package org.stswatch.source;

import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.vessel.Imo;
import org.stswatch.vessel.Mmsi;

/** Fields that all lists have. */
final class ListFields {
  private ListFields() {}

  /** The IMO number, or null, which is said where something stood there. */
  static @Nullable String imo(@Nullable String text, Consumer<String> remark) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String imo = Imo.read(text).filter(Imo::isValid).orElse(null);
    if (imo == null) {
      remark.accept("IMO " + Text.shown(text) + " is none by its check digit, and left out");
    }
    return imo;
  }

  /** The MMSI, or null, which is said where something stood there. */
  static @Nullable String mmsi(@Nullable String text, Consumer<String> remark) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (Mmsi.isMmsi(text)) {
      return text;
    }
    remark.accept("MMSI " + Text.shown(text) + " has no nine digits, and is left out");
    return null;
  }

  /** The list's name in its ids: {@code OFAC SDN} is {@code ofac-sdn}. */
  static String slug(String list) {
    return list.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /** Refuses what ends before it begins. */
  static void check(WatchlistEntry entry) throws Refusal {
    if (entry.getFrom() != null
        && entry.getTo() != null
        && !entry.getTo().isAfter(entry.getFrom())) {
      throw new Refusal(
          RejectReason.FIELD_RANGE,
          "to " + entry.getTo() + " is not after from " + entry.getFrom());
    }
  }
}
