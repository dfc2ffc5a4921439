package org.stswatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stswatch.event.ClaimKind;
import org.stswatch.event.Evidence;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reception;
import org.stswatch.port.NearestPort;
import org.stswatch.port.Port;
import org.stswatch.port.Ports;
import org.stswatch.report.Match;
import org.stswatch.report.Testimony.Worth;
import org.stswatch.vessel.ShipType;
import org.stswatch.watch.Listing;

/**
 * A tanker of the DPRK at a port of the Russian Far East where oil is shipped (E10). From March
 * 2024 on satellites saw such tankers at Vostochny, with their transponders off before and after
 * (Open Source Centre, Lloyd's List); until 2017 they called at Vladivostok openly. Calling is not
 * forbidden, and whether a cargo counts under a cap is not known here.
 *
 * <p>A tanker of the DPRK: type tanker as stated or by a register, and flag KP, MID 445, or listed
 * under a DPRK programme on that day. Three ways to be there: a port call on AIS; a silence that
 * the gap detector stands behind, begun within 20 km of the port (own choice: approaches and
 * anchorages of these ports lie within; Chon Ma San was last seen 0.8 km off a jetty); a report of
 * a call or a loading beside either, or beside a silence that tells nothing by itself. A record of
 * port control weighs more. Ports with the role oil or crude; no berth is named, as the pack has
 * none.
 *
 * <p>Missed: tankers that no one hears on AIS near the port, whatever is reported of them; those
 * under another flag and number. Taken wrongly: calls for repair, stores or shelter.
 */
public final class DprkTankers implements Detector {
  static final String TYPE = "DPRK_TANKER_AT_RFE";

  /** A silence begins off a port within, metres: own choice, see above. */
  static final int OFF_PORT_M = 20_000;

  private static final String PORT_CONTROL = "port-control";

  @Override
  public String name() {
    return "dprk-tankers-in-far-east";
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String summary() {
    return "A tanker of the DPRK at a port of the Russian Far East where oil is shipped.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Tankers that nobody hears on AIS near the port: a report alone raises nothing.",
        "Tankers of the DPRK under another flag, MMSI and type.",
        "Berths: the pack knows none, so a call is one at the port.",
        "Calls for repair, stores or shelter look the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Open Source Centre, Refined Tastes, and Lloyd's List LL1151181 (Vostochny, 2024)",
        "Argus data on loadings at Vladivostok in 2017 (press copy)",
        "UNSCR 2375 and 2397: refined products were capped");
  }

  /** Whether a place lies off a port of the Far East where oil is shipped. */
  public static boolean isOffOilPort(Ports ports, double lat, double lon) {
    return offOilPort(ports, lat, lon).isPresent();
  }

  /** Whether a report that counts places her at such a port. */
  public static boolean isAttested(VesselCase c) {
    return c.testimony().of(Worth.COUNTS).stream().anyMatch(m -> isOfPort(m.report().getClaim()))
        && isDprkTanker(c.ship())
        && port(c).isPresent();
  }

  /** A transfer at sea places nobody in a port. */
  private static boolean isOfPort(ClaimKind claim) {
    return claim == ClaimKind.PORT_CALL || claim == ClaimKind.LOADING;
  }

  private static Optional<NearestPort> offOilPort(Ports ports, double lat, double lon) {
    return ports.within(lat, lon, OFF_PORT_M).stream()
        .filter(n -> n.port().isFarEast() && n.port().shipsOil())
        .findFirst();
  }

  private static Optional<Port> port(VesselCase c) {
    return c.call()
        .flatMap(call -> c.ports().ofCode(call.getPort()))
        .filter(p -> p.isFarEast() && p.shipsOil())
        .or(() -> c.gap().flatMap(g -> off(c, g)).map(n -> named(c, n)));
  }

  /** A port has several points. */
  private static Port named(VesselCase c, NearestPort near) {
    return c.ports().ofCode(near.port().code()).orElse(near.port());
  }

  private static Optional<NearestPort> off(VesselCase c, Gap gap) {
    return offOilPort(c.ports(), gap.getStartLat(), gap.getStartLon());
  }

  private static boolean isDprkTanker(Ship ship) {
    return ship.type() == ShipType.TANKER
        && (ship.isOfDprkFlag()
            || ship.standing().listings().stream().anyMatch(Listing::isDprkProgramme));
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    Optional<Port> port = port(c);
    if (port.isEmpty() || !isDprkTanker(c.ship())) {
      return Optional.empty();
    }
    Optional<Evidence> there =
        c.call()
            .map(call -> called(call, port.get()))
            .or(() -> c.gap().filter(g -> isSilent(c, g)).map(g -> silent(c, g)));
    return there.map(e -> new Finding(TYPE, evidence(c, e), title(c, port.get()), null));
  }

  private static boolean isSilent(VesselCase c, Gap gap) {
    return isAttested(c)
        || gap.getReception() == Reception.HEARD
        || gap.getReception() == Reception.NO_BASELINE;
  }

  private static List<Evidence> evidence(VesselCase c, Evidence there) {
    List<Evidence> all = new ArrayList<>(List.of(there));
    List<Match> records =
        c.testimony().of(Worth.COUNTS).stream()
            .filter(m -> m.report().getDisciplines().contains(PORT_CONTROL))
            .toList();
    if (!records.isEmpty()) {
      all.add(
          Code.PORT_RECORD.speaksFor(
              (double) records.size(), null, 0.5, "By port control: " + Voices.of(records) + "."));
    }
    if (!c.testimony().isSilent()) {
      all.addAll(ReportEvidence.of(c.testimony()));
    }
    all.addAll(VesselEvidence.of(c));
    all.add(
        Code.CALL_NOT_BANNED.speaksAgainst(
            null,
            null,
            0.0,
            "A call is not forbidden; whether a cargo was taken, and counted, is not known here."));
    return all;
  }

  private static Evidence called(PortCall call, Port port) {
    int confidence = call.getConfidence();
    String text =
        "Called at "
            + port.name()
            + " on AIS (confidence "
            + confidence
            + " of 4), "
            + call.getStoppedMinutes()
            + " min stopped.";
    return withRefs(
        Code.CALLED_FAR_EAST.speaksFor((double) confidence, 2.0, confidence >= 2 ? 1.0 : 0.5, text),
        call.getInputRefs());
  }

  private static Evidence silent(VesselCase c, Gap gap) {
    NearestPort near = off(c, gap).orElseThrow();
    String text =
        "Fell silent "
            + near.distanceM()
            + " m from "
            + named(c, near).name()
            + "; a call is possible.";
    return withRefs(
        Code.SILENT_OFF_FAR_EAST.speaksFor(
            (double) near.distanceM(), (double) OFF_PORT_M, 0.5, text),
        gap.getInputRefs());
  }

  private static Evidence withRefs(Evidence e, List<String> refs) {
    return VesselEvidence.withRefs(List.of(e), refs).get(0);
  }

  private static String title(VesselCase c, Port port) {
    String what = c.call().isPresent() ? " called at " : " fell silent off ";
    return c.ship().label()
        + ", a tanker linked to the DPRK,"
        + what
        + port.name()
        + ": pattern consistent with direct loading";
  }
}
