package org.stswatch.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Code;
import org.stswatch.detect.Place;
import org.stswatch.event.Alert;

/**
 * What comes of a fact: an alert, or the reasons why there is none. A fact that raises no alert is
 * still published as a fact.
 *
 * @param alert the alert, raised or not
 * @param silencedBy why it is not raised; empty when it is
 * @param reported whether a report may speak of it
 * @param again when further facts may change it, though its own is over; null where none can
 */
public record Verdict(
    Alert alert, List<Silence> silencedBy, boolean reported, @Nullable Instant again) {

  /**
   * A reason why no alert is raised.
   *
   * @param code OUT_OF_SCOPE, or the code of the evidence against that the profile heeds
   * @param reason one sentence
   */
  public record Silence(String code, String reason) {
    /** Nearer to a port than so many metres. */
    static Silence nearPort(Place place, int exclusionM) {
      return new Silence(
          Code.NEAR_PORT.name(),
          place.portDistanceM()
              + " m from "
              + place.nearestPort()
              + ", nearer than "
              + exclusionM
              + " m.");
    }
  }

  /** A verdict that hangs on the fact and on claims alone. */
  public Verdict(Alert alert, List<Silence> silencedBy, boolean reported) {
    this(alert, silencedBy, reported, null);
  }

  public Verdict {
    silencedBy = List.copyOf(silencedBy);
  }

  /** The same where a report may speak of it. */
  Verdict told() {
    return new Verdict(alert, silencedBy, true, again);
  }

  /** The alert, unless something silences it. */
  public Optional<Alert> raised() {
    return silencedBy.isEmpty() ? Optional.of(alert) : Optional.empty();
  }

  /** All reasons why it is not raised, in one line; empty when it is. */
  public String reason() {
    return String.join(" ", silencedBy.stream().map(s -> s.code() + ": " + s.reason()).toList());
  }
}
