package org.stswatch.track;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.VesselSighting;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.Item;
import org.stswatch.source.Tally;
import org.stswatch.topology.Settings;

/**
 * CPU of the track step alone, ns per sighting, on the sightings of one file: in the order of
 * arrival, shuffled within 40 min, with 20 % duplicates, and without splitting; and for each the
 * SHA-256 of all that it emits, in order, which no change made for speed may change.
 *
 * <pre>java -cp target/test-classes:target/classes:... org.stswatch.track.TrackBench FILE [rounds]
 * </pre>
 */
final class TrackBench {
  private static final long SHUFFLE_MS = Duration.ofMinutes(40).toMillis();

  private TrackBench() {}

  public static void main(String[] args) throws IOException {
    List<VesselSighting> arrived = read(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    report("in order of arrival", arrived, "on", rounds);
    report("not split", arrived, "off", rounds);
    report("shuffled within 40 min", shuffled(arrived), "on", rounds);
    report("20 % duplicates", duplicated(arrived), "on", rounds);
  }

  private static List<VesselSighting> read(Path file) throws IOException {
    List<VesselSighting> sightings = new ArrayList<>();
    try (Input input = Input.of(file, Format.AUTO)) {
      input.read(
          item -> {
            if (item instanceof Item.Sighted sighted) {
              sightings.add(sighted.sighting());
            }
          },
          new Tally());
    }
    return sightings;
  }

  private static void report(
      String what, List<VesselSighting> sightings, String split, int rounds) {
    Settings settings = Settings.ofProfile("gfw", Map.of("track.split", split));
    TrackSettings track = settings.track();
    TrackRounds bench =
        new TrackRounds(
            () -> new TrackStep(track, ProximityStep.cells(settings.encounter().searchRadiusM())),
            sightings);
    TrackRounds.Hashes hashes = bench.hashes(false);
    System.out.printf("%s: emits %s, kept %s%n", what, hashes.emits(), hashes.kept());
    boolean same = bench.hashes(true).emits().equals(hashes.emits());
    System.out.printf("  restored from the store at every tick: %s%n", same ? "same" : "OTHER");
    for (int i = 0; i < rounds; i++) {
      long before = cpuNs();
      int emits = bench.run();
      long perSighting = (cpuNs() - before) / sightings.size();
      System.out.printf("  %d ns per sighting, %d emits%n", perSighting, emits);
    }
  }

  private static List<VesselSighting> shuffled(List<VesselSighting> sightings) {
    record Arrival(long atMs, VesselSighting sighting) {}
    Random random = new Random(7);
    return sightings.stream()
        .map(s -> new Arrival(s.getObservedAt().toEpochMilli() + random.nextLong(SHUFFLE_MS), s))
        .sorted(Comparator.comparingLong(Arrival::atMs))
        .map(Arrival::sighting)
        .toList();
  }

  /** A duplicate comes up to a few thousand sightings later. */
  private static List<VesselSighting> duplicated(List<VesselSighting> sightings) {
    record Arrival(double place, VesselSighting sighting) {}
    Random random = new Random(7);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < sightings.size(); i++) {
      arrivals.add(new Arrival(i, sightings.get(i)));
      if (random.nextInt(5) == 0) {
        arrivals.add(new Arrival(i + 0.5 + random.nextInt(3000), sightings.get(i)));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::place));
    return arrivals.stream().map(Arrival::sighting).toList();
  }

  private static long cpuNs() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId());
  }
}
