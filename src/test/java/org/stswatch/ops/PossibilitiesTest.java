package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.dark.Possibilities;
import org.stswatch.dark.Possibility;
import org.stswatch.event.Gap;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.stream.Result.Emit;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;

/** What explain measures of meetings out of sight is what the waters find, of all pairs. */
class PossibilitiesTest {
  private static final ReferencePack PACK = ReferencePack.bundled();

  @TempDir Path folder;

  private final Possibilities possibilities = new Possibilities();
  private final Map<String, DarkMeeting> found = new TreeMap<>();
  private final TreeSet<String> ships = new TreeSet<>();

  private void told(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Gap gap) {
      possibilities.take(gap);
      ships.add(gap.getVessel());
    } else if (value instanceof Silence silence) {
      possibilities.take(e.key(), silence);
    } else if (value instanceof Stop stop) {
      possibilities.take(e.key(), stop);
      ships.add(stop.getVessel());
    } else if (value instanceof DarkMeeting met) {
      found.put(met.getMeetingId(), met);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenarios/double-dark",
        "scenarios/double-dark-far-apart",
        "scenarios/silent-among-fishing-boats",
        "scenarios/silent-ship-on-its-way",
        "scenarios/silent-ship-too-far-off",
        "scenarios/silent-with-the-feed",
        "scenarios/vityaz-silent",
        "resources/bench-s1e5"
      })
  void a_meeting_is_found_where_all_gates_are_passed_and_nowhere_else(String files)
      throws IOException {
    run(Path.of("src/test").resolve(files));
    List<String> passed = new ArrayList<>();
    for (String one : ships) {
      for (String other : ships.tailSet(one, false)) {
        for (Possibility p : possibilities.of(one, other, Instant.EPOCH, Instant.MAX)) {
          boolean all = DarkGates.of(p).stream().noneMatch(Gate::failed);
          assertThat(all).as("%s and %s: %s", one, other, p).isEqualTo(p.isMeeting());
          if (p.isMeeting()) {
            passed.add(ids(p.silences()) + one + other + p.possible());
          }
        }
      }
    }
    assertThat(passed)
        .containsExactlyInAnyOrderElementsOf(
            found.values().stream()
                .filter(m -> !m.getRetracted())
                .map(PossibilitiesTest::text)
                .toList());
  }

  private static String text(DarkMeeting m) {
    int possible = m.getSilentShips() * m.getPartners();
    return ids(m.getGaps()) + m.getVessel1() + m.getVessel2() + possible;
  }

  private static List<String> ids(List<Gap> gaps) {
    return gaps.stream().map(Gap::getGapId).sorted(Comparator.naturalOrder()).toList();
  }

  private void run(Path files) throws IOException {
    Path packed = files.resolve("ais.csv.gz");
    if (Files.exists(packed)) {
      try (var rows = new GZIPInputStream(Files.newInputStream(packed))) {
        Files.copy(rows, folder.resolve("positions.csv"));
      }
    }
    Path from = Files.exists(packed) ? folder : files;
    RunFolder.of(folder, from, Rules.of("gfw", Map.of()));
    RecordedRun run = RecordedRun.in(folder);
    Settings settings = run.request().rules().settings();
    Stages stages = new Stages(settings, PACK, contact -> false, this::told);
    var input =
        new Retrace(settings.replayTime(run.lateness()), stages, (s, at) -> {}, (claim, at) -> {});
    run.read(input, new StopSignal());
  }
}
