package org.stswatch.track;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.TrackHour;
import org.stswatch.source.ReplayClock;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.Step;

/** Runs the track step over sightings in the order of arrival, woken as a replay would wake it. */
final class TrackRounds {
  private static final long TICK_MS = 600_000;

  private final Supplier<Step<TrackState>> steps;
  private final List<VesselSighting> sightings;

  TrackRounds(Supplier<Step<TrackState>> steps, List<VesselSighting> sightings) {
    this.steps = steps;
    this.sightings = sightings;
  }

  /**
   * Hex SHA-256.
   *
   * @param emits of all emits and verdicts, in order
   * @param kept of all that the store would hold at every 50th tick
   */
  record Hashes(String emits, String kept) {}

  /** One run; gives the number of emits. */
  int run() {
    int[] emits = {0};
    new Round(steps.get(), result -> emits[0] += result.emits().size()).over(sightings);
    return emits[0];
  }

  /**
   * One run that hashes.
   *
   * @param restored whether every state is read back from its stored parts at every tick
   */
  Hashes hashes(boolean restored) {
    MessageDigest emits = sha256();
    MessageDigest kept = sha256();
    Round round = new Round(steps.get(), result -> hash(result, emits));
    round.atTick =
        tick -> {
          if (tick % 50 == 0) {
            new TreeMap<>(round.states)
                .forEach((key, held) -> hash(round.step.layout().split(held.state()), kept));
          }
          if (restored) {
            round.states.replaceAll(
                (key, held) ->
                    new Held(
                        round.step.layout().join(key, round.step.layout().split(held.state())),
                        held.dueMs()));
          }
        };
    round.over(sightings);
    return new Hashes(hex(emits), hex(kept));
  }

  private record Held(TrackState state, long dueMs) {}

  private static final class Round {
    private final Step<TrackState> step;
    private final Consumer<Result<TrackState>> to;
    private final Map<String, Held> states = new HashMap<>();
    private Consumer<Long> atTick = tick -> {};

    Round(Step<TrackState> step, Consumer<Result<TrackState>> to) {
      this.step = step;
      this.to = to;
    }

    void over(List<VesselSighting> sightings) {
      ReplayClock clock =
          ReplayClock.over(sightings.stream().mapToLong(s -> s.getObservedAt().toEpochMilli()));
      long latenessMs = clock.lateness().toMillis();
      long ticks = Long.MIN_VALUE;
      long watermarkMs = Long.MIN_VALUE;
      for (VesselSighting sighting : sightings) {
        long receivedMs = clock.receive(sighting.getObservedAt().toEpochMilli());
        long tick = Math.floorDiv(receivedMs - latenessMs - 60_000, TICK_MS);
        if (tick != ticks) {
          ticks = tick;
          watermarkMs = tick * TICK_MS;
          atTick.accept(tick);
          wake(watermarkMs);
        }
        String key = sighting.getVesselKey();
        Held held = states.get(key);
        keep(
            key,
            step.on(key, held == null ? null : held.state(), sighting, Side.NONE, watermarkMs));
      }
      wake(Long.MAX_VALUE);
      if (!states.isEmpty()) {
        throw new IllegalStateException("states are left behind the end");
      }
    }

    private void wake(long watermarkMs) {
      List<String> due;
      do {
        due =
            states.entrySet().stream()
                .filter(e -> e.getValue().dueMs() <= watermarkMs)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        for (String key : due) {
          keep(key, step.due(key, held(key).state(), Side.NONE, watermarkMs));
        }
      } while (!due.isEmpty());
    }

    private Held held(String key) {
      return Objects.requireNonNull(states.get(key), key);
    }

    private void keep(String key, Result<TrackState> result) {
      TrackState state = result.state();
      if (state == null) {
        states.remove(key);
      } else {
        states.put(key, new Held(state, result.dueMs()));
      }
      to.accept(result);
    }
  }

  private static void hash(Result<TrackState> result, MessageDigest to) {
    for (Emit emit : result.emits()) {
      to.update((emit.key() + ' ' + emit.value() + '\n').getBytes(StandardCharsets.UTF_8));
    }
    to.update((result.verdict() + " " + result.dueMs() + '\n').getBytes(StandardCharsets.UTF_8));
  }

  private static void hash(Map<Long, SpecificRecord> parts, MessageDigest to) {
    parts.forEach(
        (part, value) -> {
          String text =
              value instanceof TrackHour hour ? fixes(hour.getFixes()) : String.valueOf(value);
          to.update((part + " " + text + '\n').getBytes(StandardCharsets.UTF_8));
        });
  }

  /** Of an hour the set counts, not its order. */
  private static String fixes(ByteBuffer packed) {
    ByteBuffer bytes = packed.duplicate();
    String[] fixes = new String[bytes.remaining() / 16];
    for (int i = 0; i < fixes.length; i++) {
      fixes[i] = Long.toHexString(bytes.getLong()) + '/' + Long.toHexString(bytes.getLong());
    }
    Arrays.sort(fixes);
    return String.join(" ", fixes);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
