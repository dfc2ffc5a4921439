package org.stswatch.source;

import org.jspecify.annotations.Nullable;
import org.stswatch.event.Company;
import org.stswatch.event.VoyageStatement;

/**
 * Identity of a voyage statement by content: the first 128 bits of SHA-256, in hex, over all its
 * fields but the time, the source and the receipt, separated by the unit separator (U+001F), empty
 * where absent.
 */
public final class StatementId {
  private static final char SEPARATOR = '\u001f';

  private StatementId() {}

  /** The id: 32 hex digits. The statement's own {@code statementId} is not looked at. */
  public static String of(VoyageStatement s) {
    StringBuilder text = new StringBuilder(160);
    add(text, s.getMmsi());
    add(text, s.getImo());
    add(text, s.getName());
    add(text, s.getCallSign());
    add(text, s.getShipType());
    add(text, s.getLengthM());
    add(text, s.getBeamM());
    add(text, s.getDraughtM());
    add(text, s.getDestination());
    add(text, s.getEtaText());
    add(text, s.getFlag());
    add(text, s.getSourceKind());
    for (Company company : s.getCompanies()) {
      add(text, company.getRole());
      add(text, company.getName());
      add(text, company.getCompanyId());
      add(text, company.getFrom());
      add(text, company.getTo());
      add(text, company.getCompanySource());
      if (company.getAddress() != null) { // came later: ids without one stay as they were
        add(text, "address " + company.getAddress());
      }
    }
    return Sha256Id.of(text);
  }

  private static void add(StringBuilder text, @Nullable Object field) {
    if (field instanceof Double number) {
      text.append(Math.round(number * 10)); // AIS transmits decimetres and whole metres
    } else if (field != null) {
      text.append(field);
    }
    text.append(SEPARATOR);
  }
}
