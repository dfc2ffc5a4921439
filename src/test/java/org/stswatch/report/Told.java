package org.stswatch.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;

/** A report to vary: one independent source of grade B2 asserts a transfer that the navy saw. */
public final class Told {
  private final VesselReport.Builder report;
  private final List<ReportSubject> subjects = new ArrayList<>();

  private Told(String id, String originator) {
    report =
        VesselReport.newBuilder()
            .setReportId(id)
            .setOriginatorId(originator)
            .setIndependence(Independence.STATED)
            .setDisciplines(List.of("naval"))
            .setReliability("B")
            .setCredibility(2)
            .setStance(Stance.ASSERT)
            .setClaim(ClaimKind.STS_TRANSFER)
            .setPublishedAt(Instant.parse("2017-12-29T12:00:00Z"));
  }

  /** By an originator whose only report this is. */
  public static Told by(String originator) {
    return new Told("report of " + originator, originator);
  }

  public Told id(String id) {
    report.setReportId(id);
    return this;
  }

  public Told imo(String imo) {
    return subject(imo, null, null, null, null);
  }

  public Told mmsi(String mmsi) {
    return subject(null, mmsi, null, null, null);
  }

  public Told name(String name) {
    return subject(null, null, name, null, null);
  }

  public Told ship(String vesselClass, @Nullable String flag) {
    return subject(null, null, null, vesselClass, flag);
  }

  public Told subject(
      @Nullable String imo,
      @Nullable String mmsi,
      @Nullable String name,
      @Nullable String vesselClass,
      @Nullable String flag) {
    subjects.add(new ReportSubject(imo, mmsi, name, vesselClass, flag));
    return this;
  }

  public Told during(@Nullable String from, @Nullable String to) {
    report.setFrom(from == null ? null : Instant.parse(from));
    report.setTo(to == null ? null : Instant.parse(to));
    return this;
  }

  public Told at(double lat, double lon) {
    report.setLat(lat).setLon(lon);
    return this;
  }

  public Told radiusM(double radiusM) {
    report.setRadiusM(radiusM);
    return this;
  }

  public Told in(String area) {
    report.setArea(area);
    return this;
  }

  public Told stance(Stance stance) {
    report.setStance(stance);
    return this;
  }

  public Told claims(ClaimKind claim) {
    report.setClaim(claim);
    return this;
  }

  public Told graded(@Nullable String reliability, @Nullable Integer credibility) {
    report.setReliability(reliability).setCredibility(credibility);
    return this;
  }

  public Told seenBy(String... disciplines) {
    report.setDisciplines(List.of(disciplines));
    return this;
  }

  public Told independence(Independence independence) {
    report.setIndependence(independence);
    return this;
  }

  public Told derivedFrom(String... names) {
    report.setDerivedFrom(List.of(names));
    return this;
  }

  public Told published(String at) {
    report.setPublishedAt(Instant.parse(at));
    return this;
  }

  public Told text(String text) {
    report.setText(text);
    return this;
  }

  public VesselReport report() {
    return report.setSubjects(subjects).build();
  }
}
