package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Encounter;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;

/**
 * Reports about the encounters of a data set: asserted, denied, cleared and the clearance
 * withdrawn; published before, during and weeks after, always the same ones.
 */
final class MatrixReports {
  private static final long SEED = 20181002;
  private static final Duration[] PUBLISHED = {
    Duration.ofDays(-30), Duration.ZERO, Duration.ofHours(5), Duration.ofDays(40)
  };

  private final List<Claim> all = new ArrayList<>();
  private final Random random = new Random(SEED);

  /** About these, in their order. */
  MatrixReports(List<Encounter> encounters) {
    for (Encounter e : encounters) {
      for (int n = random.nextInt(4); n > 0; n--) {
        Instant at = e.getEnd().plus(PUBLISHED[random.nextInt(PUBLISHED.length)]);
        VesselReport report = report(e, at, Stance.values()[1 + random.nextInt(3)]);
        all.add(new Claim(at, report));
        if (random.nextInt(3) == 0) {
          Instant later = at.plus(Duration.ofDays(3));
          all.add(new Claim(later, version(report, later, Stance.NO_COMMENT)));
        }
      }
    }
  }

  /** What was claimed. */
  List<SpecificRecord> records() {
    return all.stream().<SpecificRecord>map(Claim::record).toList();
  }

  /** The same as it arrives: when it was published, or shuffled within the time given. */
  List<Claim> arriving(Duration within, boolean repeated) {
    return arriving(all, within, repeated, random);
  }

  /** Claims as they arrive: each within the time given, some of them twice. */
  static List<Claim> arriving(List<Claim> all, Duration within, boolean repeated, Random random) {
    List<Claim> arriving = new ArrayList<>();
    for (Claim claim : all) {
      for (int n = repeated && random.nextInt(5) == 0 ? 2 : 1; n > 0; n--) {
        long delayMs = within.isZero() ? 0 : random.nextLong(within.toMillis());
        arriving.add(new Claim(claim.publishedAt().plusMillis(delayMs), claim.record()));
      }
    }
    return arriving;
  }

  private VesselReport report(Encounter e, Instant at, Stance stance) {
    boolean clears = stance == Stance.CLEAR;
    String originator = clears || random.nextBoolean() ? "republic-of-korea" : "paper";
    return VesselReport.newBuilder()
        .setReportId("report " + all.size())
        .setOriginatorId(originator)
        .setIndependence(Independence.STATED)
        .setDisciplines(List.of("naval"))
        .setReliability(!clears && random.nextInt(4) == 0 ? "D" : "B")
        .setCredibility(2)
        .setStance(stance)
        .setClaim(ClaimKind.STS_TRANSFER)
        .setSubjects(List.of(new ReportSubject(null, e.getVessel1(), null, null, null)))
        .setFrom(e.getStart().minus(Duration.ofHours(random.nextInt(20))))
        .setTo(e.getEnd())
        .setPublishedAt(at)
        .build();
  }

  private static VesselReport version(VesselReport report, Instant at, Stance stance) {
    return VesselReport.newBuilder(report).setStance(stance).setPublishedAt(at).build();
  }
}
