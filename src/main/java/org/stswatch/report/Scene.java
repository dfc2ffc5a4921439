package org.stswatch.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.SourceKind;

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
 * @param sensed what a sensor saw beside the ship; null where it saw nothing
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
    @Nullable Sensed sensed,
    Hull one,
    Hull other,
    List<Rival> rivals) {

  /** What ships did. */
  public enum Kind {
    MEETING("encounter"),
    CALL("port call"),
    LOITERING("loitering"),
    SILENCE("silence"),
    /** It waited, and something lay beside it that is no ship on AIS. */
    SEEN("detection"),
    /** The same, but a ship on AIS was there, and only her stated length speaks against her. */
    SEEN_PERHAPS("detection");

    final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether one ship did it at sea, with nobody else on AIS. */
    boolean isAlone() {
      return this != MEETING && this != CALL;
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

  /**
   * What a sensor saw: our own finding is made with it as well.
   *
   * @param id under which it was seen
   * @param with what it was seen with
   * @param at when it was seen, while the ship waited
   */
  public record Sensed(String id, SourceKind with, Instant at) {

    /** By what somebody may name it who repeats it: its id, the scene or provider before that. */
    Set<String> names() {
      Set<String> names = new TreeSet<>();
      String name = id.strip().toLowerCase(Locale.ROOT);
      while (!name.isEmpty()) {
        names.add(name);
        name = name.replaceFirst("[-_/:.#\\s]*[^-_/:.#\\s]*$", "");
      }
      return names;
    }
  }

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
      @Nullable Unseen unseen,
      @Nullable Sensed sensed) {

    /** A meeting in sight, or a call. */
    public Rival(
        Kind kind,
        String id,
        String vessel1,
        String vessel2,
        Instant start,
        Instant end,
        double lat,
        double lon) {
      this(kind, id, vessel1, vessel2, start, end, lat, lon, null, null);
    }

    /** When the very thing happened: what was seen, in a wait. */
    Instant first() {
      return sensed == null ? start : sensed.at();
    }

    Instant last() {
      return sensed == null ? end : sensed.at();
    }

    String words() {
      return kind.word + " of " + first();
    }

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
    this(kind, id, start, end, lat, lon, null, null, one, other, rivals);
  }

  public Scene {
    rivals = List.copyOf(rivals);
  }

  List<Hull> hulls() {
    return List.of(one, other);
  }
}
