package org.stswatch.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.Format;
import org.stswatch.source.Input;
import org.stswatch.source.Item;
import org.stswatch.source.ReplayClock;
import org.stswatch.source.StatementFilter;
import org.stswatch.source.Tally;
import org.stswatch.stream.Judge;
import org.stswatch.topology.Settings;

/**
 * What a replay of a file accepts: read through the same front door and judged by the same rules of
 * the gate, duplicates included.
 *
 * @param lateness which the file needs
 */
public record FrontDoor(
    List<VesselSighting> sightings, List<VoyageStatement> statements, Duration lateness) {

  /** The messages of a file, with the lateness that it needs. */
  public static FrontDoor of(Path file, Settings settings) {
    List<VesselSighting> read = new ArrayList<>();
    List<Item.Stated> stated = new ArrayList<>();
    try (Input input = Input.of(file, Format.AUTO)) {
      input.read(
          item -> {
            if (item instanceof Item.Sighted s) {
              read.add(s.sighting());
            } else if (item instanceof Item.Stated s) {
              stated.add(s);
            }
          },
          new Tally());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReplayClock clock =
        ReplayClock.over(read.stream().mapToLong(s -> s.getObservedAt().toEpochMilli()));
    Judge judge = new Judge(settings.replayTime(clock.lateness()));
    List<VesselSighting> accepted = new ArrayList<>();
    for (VesselSighting s : read) {
      long observedMs = s.getObservedAt().toEpochMilli();
      if (!clock.extreme(observedMs) && judge.refuse(s, clock.receive(observedMs)) == null) {
        accepted.add(s);
      }
    }
    return new FrontDoor(accepted, thinned(stated), clock.lateness());
  }

  /** One that came twice was said once. */
  private static List<VoyageStatement> thinned(List<Item.Stated> stated) {
    StatementFilter filter = new StatementFilter();
    Set<List<Object>> said = new HashSet<>();
    return stated.stream()
        .sorted(
            Comparator.comparingLong(Item.Stated::statedAtMs)
                .thenComparing(Item.Stated::statementId))
        .filter(s -> said.add(List.of(s.mmsi(), s.statedAtMs(), s.statementId())))
        .flatMap(s -> filter.publish(s).stream())
        .toList();
  }
}
