package org.stswatch.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stswatch.event.Evidence;
import org.stswatch.event.PortCall;
import org.stswatch.port.Port;
import org.stswatch.report.Match;
import org.stswatch.vessel.ShipType;

/**
 * Coal of the DPRK takes another origin in a port of the Russian Far East (E11). In August and
 * September 2017 ships unloaded at a pile of Kholmsk, and others loaded there; Sky Angel and Rich
 * Glory brought coal to Incheon and Pohang in October, declared Russian (Washington Post, 3 March
 * 2018; Reuters, 25 January 2018).
 *
 * <p>Leg 1: a cargo ship whose last port, within 30 days, was a coal port of the DPRK calls at a
 * coal port of the Far East while coal exports of the DPRK are banned. How many ships loaded there
 * in the 45 days after is context on this leg; the port alone never makes an alert of another hull,
 * since these ports ship Russian coal as well. Leg 2: a cargo ship leaves that port within 45 days
 * after such a ship (own rule; 37 days at Kholmsk), is next seen in Japan or the Republic of Korea
 * within 14 days (own choice: Kholmsk to Pohang is 97 h), and her cargo was declared Russian. She
 * is alerted with a report of the very pile or terminal (a place good to 2 km), a claim about the
 * documents, her own call in the DPRK, or where ships of leg 1 are a quarter of all that lay there
 * long enough to load in the 45 days (domain rule E11): then LOW.
 *
 * <p>Coal of other origin may pass through Rajin after notice to the committee (UNSCR 2371, 8): a
 * reported loading there with Russian origin and a notice is LAWFUL_EXEMPT, at most INFO.
 *
 * <p>Missed: calls in the DPRK without AIS; coal that lies longer. Taken wrongly: other cargo.
 */
final class CoalLaundering implements Detector {
  private static final String TYPE = "COAL_LAUNDERING";
  private static final String BAN = "UNSCR-2371-COAL";
  private static final String EXEMPTION = "exemption";

  /** Share of leg 1 among those that lay there (domain rule E11, section 9). */
  private static final double LEAST_SHARE = 0.25;

  @Override
  public String name() {
    return "coal-laundering";
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String summary() {
    return "Coal from the DPRK is landed in the Russian Far East, and another ship takes coal on.";
  }

  @Override
  public List<String> misses() {
    return List.of(
        "Calls in the DPRK without a transponder, and ships that state no type.",
        "Coal that lies longer than 45 days.",
        "Ships of leg 2 of which nobody says where their cargo comes from.",
        "What was aboard: other cargo on the same way looks the same.");
  }

  @Override
  public List<String> sources() {
    return List.of(
        "Washington Post, 3 March 2018, and Reuters, 25 January 2018 (press copies), on Kholmsk",
        "Korea Customs Service, 10 August 2018 (press copies)",
        "UNSCR 2371, paragraph 8: the ban, and coal of other origin through Rajin");
  }

  @Override
  public Optional<Finding> judge(VesselCase c) {
    Optional<PortCall> call = c.call();
    if (call.isEmpty() || c.ship().type() != ShipType.CARGO || !c.isInForce(BAN)) {
      return Optional.empty();
    }
    Optional<Port> port = c.ports().ofCode(call.get().getPort());
    if (port.filter(p -> p.isDprk() && p.roles().contains(EXEMPTION)).isPresent()) {
      return throughRajin(c, port.get());
    }
    if (!CoalLegs.isInFarEast(call.get(), c.ports())) {
      return Optional.empty();
    }
    Optional<PortCall> origin = CoalLegs.origin(call.get(), c.claims().calls(), c.ports());
    return origin.isPresent()
        ? Optional.of(first(c, call.get(), origin.get(), port.get()))
        : second(c, call.get(), port.get());
  }

  private static Finding first(VesselCase c, PortCall call, PortCall origin, Port port) {
    List<Evidence> all = new ArrayList<>();
    String from = c.ports().ofCode(origin.getPort()).map(Port::name).orElse(origin.getPort());
    Evidence leg =
        Code.COAL_LEG.speaksFor(
            null,
            null,
            1.0,
            "Came from " + from + ", left " + origin.getEnd() + ", to " + port.name() + ".");
    all.add(VesselEvidence.withRefs(List.of(leg), call.getInputRefs()).get(0));
    Instant again = null;
    if (Trips.isOver(call)) {
      Instant until = Trips.end(call).plus(CoalLegs.FOLLOWS_WITHIN);
      again = c.asOf().isBefore(until) ? until.plusSeconds(1) : null;
      int hulls = CoalLegs.handledAfter(call, c.claims().calls(), c.asOf()).size();
      all.add(
          Code.LOADED_AFTER.speaksFor(
              (double) hulls,
              null,
              0.0,
              "Ships that lay there for 3 h or more in the 45 days after."));
    }
    if (CoalClaims.buyer(c, call).isPresent() && !CoalClaims.russian(c).isEmpty()) {
      all.add(origin(c));
    }
    all.addAll(reports(c));
    all.addAll(VesselEvidence.of(c));
    String title = c.ship().label() + " came from " + from + " to " + port.name() + ": " + PATTERN;
    return new Finding(TYPE, all, title, again);
  }

  private static final String PATTERN = "pattern consistent with coal changing its origin";

  private static Optional<Finding> second(VesselCase c, PortCall call, Port port) {
    if (!Trips.isOver(call)
        || CoalClaims.buyer(c, call).isEmpty()
        || CoalClaims.russian(c).isEmpty()) {
      return Optional.empty();
    }
    List<PortCall> legs =
        CoalLegs.legsBefore(call, c.claims().calls(), c.ports()).stream()
            .filter(l -> c.law().isInForce(BAN, l.getStart()) && isCargo(c, l.getVessel()))
            .toList();
    Set<String> lay = CoalLegs.handledBefore(call, c.claims().calls());
    long hulls = legs.stream().map(PortCall::getVessel).distinct().count();
    double share = lay.isEmpty() ? 0 : Math.round(100.0 * hulls / lay.size()) / 100.0;
    List<Match> piles = CoalClaims.piles(c);
    List<Match> documents = CoalClaims.korean(c);
    boolean shareOnly = piles.isEmpty() && documents.isEmpty();
    if (legs.isEmpty() || shareOnly && share < LEAST_SHARE) {
      return Optional.empty();
    }
    List<Evidence> all = new ArrayList<>(List.of(after(legs, hulls), origin(c)));
    if (!piles.isEmpty()) {
      all.add(
          Code.PILE.speaksFor(
              (double) piles.size(),
              null,
              1.25,
              "Said of the place itself: " + Voices.of(piles) + "."));
    }
    if (!documents.isEmpty()) {
      all.add(
          Code.DOCUMENTS.speaksFor(
              (double) documents.size(),
              null,
              1.25,
              "Another origin by documents: " + Voices.of(documents) + "."));
    }
    if (shareOnly) {
      all.add(
          Code.PORT_LEVEL.speaksAgainst(
              share,
              LEAST_SHARE,
              0.0,
              String.format(
                  Locale.ROOT,
                  "Of %d ships that lay there, %d came so; the port ships other coal as well.",
                  lay.size(),
                  hulls)));
    }
    all.addAll(reports(c));
    String title =
        c.ship().label() + " loaded at " + port.name() + " after ships from the DPRK: " + PATTERN;
    return Optional.of(new Finding(TYPE, all, title, null));
  }

  private static Evidence after(List<PortCall> legs, long hulls) {
    PortCall last = legs.get(legs.size() - 1);
    String text =
        "Ships from coal ports of the DPRK that left in the 45 days before, the last on "
            + last.getEnd()
            + ".";
    Evidence e = Code.FOLLOWS_LEG.speaksFor((double) hulls, 1.0, 1.25, text);
    List<String> refs =
        legs.stream().flatMap(l -> l.getInputRefs().stream()).distinct().sorted().toList();
    return VesselEvidence.withRefs(List.of(e), refs).get(0);
  }

  private static Evidence origin(VesselCase c) {
    List<Match> said = CoalClaims.russian(c);
    return Code.ORIGIN_DECLARED.speaksFor(
        (double) said.size(), null, 0.25, "Declared as Russian: " + Voices.of(said) + ".");
  }

  private static List<Evidence> reports(VesselCase c) {
    return c.testimony().isSilent() ? List.of() : ReportEvidence.of(c.testimony());
  }

  private static boolean isCargo(VesselCase c, String vessel) {
    return ShipType.of(Stated.type(c.claims().statedOf(vessel))) == ShipType.CARGO;
  }

  /**
   * A loading at Rajin that was reported: lawful where the coal is Russian and notice was given.
   */
  private static Optional<Finding> throughRajin(VesselCase c, Port port) {
    List<Match> loading = CoalClaims.loadings(c);
    if (loading.isEmpty()) {
      return Optional.empty();
    }
    List<Match> russian = CoalClaims.russian(c);
    List<Match> notices = CoalClaims.notices(russian);
    List<Evidence> all = new ArrayList<>();
    all.add(
        Code.LOADED_IN_DPRK.speaksFor(
            (double) loading.size(),
            null,
            1.0,
            "Said to have loaded at " + port.name() + ": " + Voices.of(loading) + "."));
    if (!notices.isEmpty()) {
      all.add(
          Code.LAWFUL_EXEMPT.speaksAgainst(
              null,
              null,
              -3.0,
              "Coal of Russian origin through "
                  + port.name()
                  + ", with notice to the committee: "
                  + Voices.of(notices)
                  + "."));
    } else if (!russian.isEmpty()) {
      all.add(origin(c));
    }
    all.addAll(reports(c));
    String title = c.ship().label() + " loaded at " + port.name() + ": " + PATTERN;
    return Optional.of(new Finding(TYPE, all, title, null));
  }
}
