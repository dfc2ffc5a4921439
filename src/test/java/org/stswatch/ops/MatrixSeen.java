package org.stswatch.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Independence;
import org.stswatch.event.ReportSubject;
import org.stswatch.event.SourceKind;
import org.stswatch.event.Stance;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Loitering;
import org.stswatch.gap.Lookout;
import org.stswatch.support.Sightings;

/**
 * What satellites see of the ships of a data set that lie slow: a ship herself, something beside
 * her that is nobody, or both, and somebody who tells of it; always the same.
 */
final class MatrixSeen {
  private static final long SEED = 20180120;

  /** About a hundred metres of latitude, degrees. */
  private static final double BESIDE_DEG = 0.0009;

  private final Random random = new Random(SEED);
  private final List<Claim> detections = new ArrayList<>();
  private final List<Claim> reports = new ArrayList<>();

  /**
   * Of these ships.
   *
   * @param loiterings in any order
   * @param accepted where they were heard
   */
  MatrixSeen(List<Loitering> loiterings, List<VesselSighting> accepted) {
    loiterings.stream()
        .sorted(Comparator.comparing(Loitering::getStart).thenComparing(Loitering::getVessel))
        .forEach(l -> sees(l, accepted));
  }

  private void sees(Loitering l, List<VesselSighting> accepted) {
    Instant middle = l.getStart().plus(Duration.between(l.getStart(), l.getEnd()).dividedBy(2));
    VesselSighting there =
        accepted.stream()
            .filter(s -> s.getVesselKey().equals(l.getVessel()))
            .min(
                Comparator.comparing(
                        (VesselSighting s) -> Duration.between(s.getObservedAt(), middle).abs())
                    .thenComparing(VesselSighting::getSightingId))
            .orElseThrow();
    boolean alone = random.nextInt(3) == 0;
    add(there, 0, null);
    if (!alone) {
      add(there, BESIDE_DEG, random.nextBoolean() ? 85.0 : null);
      told(there);
    }
  }

  private void add(VesselSighting there, double northDeg, @Nullable Double lengthM) {
    String id = "SCENE-%d-%d".formatted(detections.size() / 7, detections.size());
    VesselSighting seen =
        VesselSighting.newBuilder(
                Sightings.at(id, there.getObservedAt(), there.getLat() + northDeg, there.getLon()))
            .setSourceKind(SourceKind.SAR)
            .setLengthM(lengthM)
            .setPositionErrorM(20.0)
            .setPublishedAt(there.getObservedAt().plus(Duration.ofMinutes(random.nextInt(600))))
            .build();
    detections.add(Claim.detection(seen));
  }

  private void told(VesselSighting there) {
    Stance stance = Stance.values()[1 + random.nextInt(3)];
    Instant at = there.getObservedAt().plus(Duration.ofHours(random.nextInt(2000) - 20L));
    VesselReport.Builder report =
        VesselReport.newBuilder()
            .setReportId("of what was seen " + reports.size())
            .setOriginatorId(stance == Stance.CLEAR ? "republic-of-korea" : "navy")
            .setIndependence(Independence.STATED)
            .setDisciplines(List.of("naval"))
            .setReliability("B")
            .setCredibility(3)
            .setStance(stance)
            .setClaim(ClaimKind.STS_TRANSFER)
            .setSubjects(List.of(new ReportSubject(null, there.getVesselKey(), null, null, null)))
            .setFrom(there.getObservedAt())
            .setTo(there.getObservedAt().plus(Duration.ofHours(2)))
            .setPublishedAt(at);
    if (random.nextInt(4) == 0) {
      report.setDerivedFrom(List.of("SCENE-" + (detections.size() - 1) / 7));
    }
    reports.add(new Claim(at, report.build()));
  }

  /** As the gate hands them on; all are received within three days. */
  List<Detection> detections() {
    Lookout lookout = new Lookout();
    return detections.stream()
        .map(c -> (VesselSighting) c.record())
        .map(s -> (Detection) lookout.tell(s, s.getObservedAt().toEpochMilli()).get(0).value())
        .toList();
  }

  /** What is told of them. */
  List<VesselReport> reports() {
    return reports.stream().map(c -> (VesselReport) c.record()).toList();
  }

  /** Both as they arrive: when they were published, or shuffled within the time given. */
  List<Claim> arriving(Duration within, boolean repeated) {
    List<Claim> all = new ArrayList<>(detections);
    all.addAll(reports);
    return MatrixReports.arriving(all, within, repeated, random);
  }
}
