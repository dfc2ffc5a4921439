package org.stswatch.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ships did, as a report is held against it.
 *
 * @param kind what they did
 * @param id of the fact
 * @param start when it began
 * @param end when it was over
 * @param lat latitude of its middle, or of the last fix before a silence, degrees north
 * @param lon longitude of the same, degrees east
 * @param unseen where else a silent ship may have been; null where she was seen
 * @param one a party
 * @param other the other one; nobody's where one ship did it
 * @param rivals what else a party did, of which a report may speak as well
 */
public record Scene(
    Kind kind,
    String id,
    Instant start,
    Instant end,
    double lat,
    double lon,
    @Nullable Unseen unseen,
    Hull one,
    Hull other,
    List<Rival> rivals) {

  /** What ships did. */
  public enum Kind {
    MEETING("encounter"),
    CALL("port call"),
    LOITERING("loitering"),
    SILENCE("silence");

    final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether one ship did it at sea. */
    boolean isAlone() {
      return this == LOITERING || this == SILENCE;
    }
  }

  /**
   * The way of a ship that nobody heard.
   *
   * @param endLat where it was heard again, degrees north
   * @param endLon the same, degrees east
   * @param mostM longest way that it may have sailed meanwhile, metres
   */
  public record Unseen(double endLat, double endLon, double mostM) {}

  /** Something else that one of the parties did: when and where, and whose. */
  public record Rival(
      Kind kind,
      String id,
      String vessel1,
      String vessel2,
      Instant start,
      Instant end,
      double lat,
      double lon,
      @Nullable Unseen unseen) {

    boolean isOf(String vessel) {
      return vessel1.equals(vessel) || vessel2.equals(vessel);
    }
  }

  /** A meeting in sight, or a call. */
  public Scene(
      Kind kind,
      String id,
      Instant start,
      Instant end,
      double lat,
      double lon,
      Hull one,
      Hull other,
      List<Rival> rivals) {
    this(kind, id, start, end, lat, lon, null, one, other, rivals);
  }

  public Scene {
    rivals = List.copyOf(rivals);
  }

  List<Hull> hulls() {
    return List.of(one, other);
  }
}
