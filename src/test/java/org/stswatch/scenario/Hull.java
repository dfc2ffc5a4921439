package org.stswatch.scenario;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ship of the case library: who she is, and what she says of herself. MMSIs are constructed, with
 * the first digits of the flag; one whose flag no source names has an opaque id. Lengths and
 * draughts are constructed to fit the tonnage that was reported. Names and IMO numbers are those of
 * the reports, or absent.
 *
 * @param imo of the reports; null where none was read
 * @param lengthM metres; 0 for none stated
 * @param draughtM metres; 0 for none stated
 * @param company id of a company that a register names as the owner; null for none
 * @param register whether this is what a register says, instead of the ship
 */
record Hull(
    String mmsi,
    @Nullable String name,
    @Nullable String imo,
    int shipType,
    double lengthM,
    double draughtM,
    @Nullable String destination,
    @Nullable String company,
    boolean register) {

  private static final int TANKER = 80;

  static Hull of(String mmsi, @Nullable String name, int shipType, double lengthM) {
    return new Hull(mmsi, name, null, shipType, lengthM, 0, null, null, false);
  }

  static Hull tanker(String mmsi, @Nullable String name, double lengthM) {
    return of(mmsi, name, TANKER, lengthM);
  }

  Hull imo(String number) {
    return new Hull(
        mmsi, name, number, shipType, lengthM, draughtM, destination, company, register);
  }

  Hull draught(double metres) {
    return new Hull(mmsi, name, imo, shipType, lengthM, metres, destination, company, register);
  }

  Hull bound(String declared) {
    return new Hull(mmsi, name, imo, shipType, lengthM, draughtM, declared, company, register);
  }

  /** As a register has her, with this type. */
  Hull registered(int type) {
    return new Hull(mmsi, name, imo, type, lengthM, 0, null, company, true);
  }

  /** As a register has her, with this owner. */
  Hull owned(String owner) {
    return new Hull(mmsi, name, imo, shipType, lengthM, 0, null, owner, true);
  }

  /** What is said at this time, as a line of JSON. */
  String says(Instant time) {
    StringBuilder json = new StringBuilder();
    json.append("{\"mmsi\":\"").append(mmsi).append("\",\"observedAt\":\"").append(time);
    json.append("\",");
    text(json, "name", name);
    text(json, "imo", imo);
    json.append("\"shipType\":").append(shipType).append(',');
    number(json, "lengthM", lengthM);
    number(json, "draughtM", draughtM);
    text(json, "destination", destination);
    if (company != null) {
      json.append("\"companies\":[{\"role\":\"OWNER\",\"name\":\"CONSTRUCTED ").append(company);
      json.append("\",\"companyId\":\"").append(company).append("\"}],");
    }
    return json.append("\"sourceKind\":\"").append(register ? "REGISTER\"}" : "AIS\"}").toString();
  }

  private static void text(StringBuilder json, String field, @Nullable String value) {
    if (value != null) {
      json.append('"').append(field).append("\":\"").append(value).append("\",");
    }
  }

  private static void number(StringBuilder json, String field, double value) {
    if (value > 0) {
      json.append(String.format(Locale.ROOT, "\"%s\":%.1f,", field, value));
    }
  }
}
