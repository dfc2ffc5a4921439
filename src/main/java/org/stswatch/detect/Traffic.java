package org.stswatch.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stswatch.port.Port;
import org.stswatch.vessel.ShipType;

/**
 * What a detector judges: calls of ships of one class at one port that came from the DPRK, in four
 * weeks and in the blocks of four weeks before.
 *
 * @param port of the Russian Far East
 * @param type class of the ships as stated
 * @param end end of the four weeks: a Monday, 00:00 UTC
 * @param calls that ended in them
 * @param before the same in each block before, the last one first
 * @param others ships from elsewhere that left the port in them: who is heard there
 * @param othersBefore the same in each block before
 * @param byFlag how many of the calls come from the DPRK by the ship's MMSI alone, as no last port
 *     of theirs is known
 * @param refs content hashes of the fixes that bound the calls
 */
public record Traffic(
    Port port,
    ShipType type,
    Instant end,
    int calls,
    List<Integer> before,
    int others,
    List<Integer> othersBefore,
    int byFlag,
    List<String> refs) {
  /** A block: four weeks (domain rule E12). */
  public static final Duration BLOCK = Duration.ofDays(28);

  public Traffic {
    before = List.copyOf(before);
    othersBefore = List.copyOf(othersBefore);
    refs = List.copyOf(refs);
  }

  public Instant start() {
    return end.minus(BLOCK);
  }
}
