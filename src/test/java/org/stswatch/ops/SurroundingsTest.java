package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.gap.Near;
import org.stswatch.gap.Surroundings;
import org.stswatch.stream.Judge;
import org.stswatch.stream.Result.Emit;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;

/** What explain measures of things seen near ships is what the areas find, of all ships. */
class SurroundingsTest {
  private static final ReferencePack PACK = ReferencePack.bundled();

  @TempDir Path folder;

  private final Surroundings surroundings = new Surroundings();
  private final Map<String, SeenBeside> found = new TreeMap<>();
  private final TreeSet<String> ships = new TreeSet<>();

  private void told(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Presence p) {
      surroundings.take(e.key(), p);
      ships.add(p.getVessel());
    } else if (value instanceof SeenBeside seen) {
      found.put(seen.getVessel() + " " + seen.getDetection().getRef(), seen);
    }
  }

  private void heard(VesselSighting s, long receivedMs) {
    if (Judge.isClaim(s)) {
      surroundings.take(s, receivedMs);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seen-an-hour-after-she-left",
        "seen-beside-a-tanker",
        "seen-beside-a-tanker-by-patrol",
        "seen-beside-in-squid-season",
        "seen-four-days-ago",
        "seen-in-a-roadstead",
        "seen-is-a-ship-that-passes",
        "seen-is-a-small-craft",
        "seen-is-the-ship-herself",
        "seen-too-far-off",
        "seen-with-another-length"
      })
  void what_passes_all_gates_was_seen_beside_the_ship_and_nothing_else(String scenario)
      throws IOException {
    run(Path.of("src/test/scenarios").resolve(scenario));
    TreeSet<String> beside = new TreeSet<>();
    for (String ship : ships) {
      List<Near> near = surroundings.near(ship, Instant.EPOCH, Instant.MAX);
      for (Near n : near) {
        boolean all = DetectionGates.of(n).stream().noneMatch(Gate::failed);
        assertThat(all).as("%s: %s", ship, n).isEqualTo(n.beside());
        if (n.beside()) {
          String key = ship + " " + n.seen().getRef();
          beside.add(key);
          SeenBeside fact = Objects.requireNonNull(found.get(key));
          assertThat(fact.getAnswers()).isEqualTo(n.answers());
          assertThat(fact.getApartM()).isEqualTo(n.apartM());
        }
      }
    }
    found.values().removeIf(SeenBeside::getRetracted);
    assertThat(beside).isEqualTo(found.keySet());
  }

  private void run(Path files) throws IOException {
    RunFolder.of(folder, files, Rules.of("gfw", Map.of()));
    RecordedRun run = RecordedRun.in(folder);
    Settings settings = run.request().rules().settings();
    Stages stages = new Stages(settings, PACK, contact -> false, this::told);
    run.read(
        new Retrace(settings.replayTime(run.lateness()), stages, this::heard, (claim, at) -> {}),
        new StopSignal());
  }
}
