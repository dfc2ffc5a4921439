package org.stswatch.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stswatch.detect.Ship;
import org.stswatch.detect.Stated;
import org.stswatch.event.Company;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.StatementKind;
import org.stswatch.event.VoyageStatement;
import org.stswatch.vessel.Flag;
import org.stswatch.vessel.Mmsi;
import org.stswatch.vessel.ShipType;
import org.stswatch.watch.Identity;
import org.stswatch.watch.Watchlist;

/**
 * What was known of a vessel at an instant, out of all that was stated of it. Each particular is
 * the last one stated at or before the instant, else the first one after: AIS sends name, type and
 * size in parts. What was heard once only counts where nothing was heard twice: a single message
 * may be damaged, or sent by somebody else. Type and size by a register come before those by the
 * ship. A pure function of the set of statements; of equal times the lowest statementId.
 */
public final class Particulars {
  /** Whose ship it is, in one way or another. */
  private static final Set<CompanyRole> HOLDERS =
      Set.of(CompanyRole.OWNER, CompanyRole.MANAGER, CompanyRole.OPERATOR);

  private final Instant asOf;
  private final List<VoyageStatement> byNearness;

  private Particulars(Collection<VoyageStatement> statements, Instant asOf) {
    this.asOf = asOf;
    boolean heardTwice = statements.stream().anyMatch(Stated::isHeardTwice);
    this.byNearness =
        statements.stream()
            .sorted(
                Comparator.comparing((VoyageStatement s) -> heardTwice && !Stated.isTrusted(s))
                    .thenComparing(this::isAfter)
                    .thenComparingLong(this::distanceMs)
                    .thenComparing(VoyageStatement::getStatementId))
            .toList();
  }

  /**
   * The ship as known at an instant.
   *
   * @param vesselKey key of the vessel
   * @param statements what was stated of it, in any order
   * @param lists on which it may stand
   * @param asOf the instant
   */
  public static Ship of(
      String vesselKey, Collection<VoyageStatement> statements, Watchlist lists, Instant asOf) {
    Particulars p = new Particulars(statements, asOf);
    Identity identity =
        new Identity(
            p.stated(VoyageStatement::getImo),
            Mmsi.isMmsi(vesselKey) ? vesselKey : null,
            p.stated(VoyageStatement::getName),
            p.registered(VoyageStatement::getLengthM));
    return new Ship(
        vesselKey,
        identity.mmsi(),
        identity.imo(),
        identity.name(),
        Flag.of(vesselKey).orElse(null),
        p.stated(VoyageStatement::getFlag),
        p.shipType(),
        identity.lengthM(),
        p.owners(),
        lists.standing(identity, p.companies(), asOf),
        List.of());
  }

  /**
   * The companies of ship and voyage: those whose own days hold the instant, by whomever stated;
   * and of those without days the ones stated nearest, as each particular is.
   */
  private Set<Company> companies() {
    Set<Company> companies = new LinkedHashSet<>();
    boolean undated = false;
    for (VoyageStatement s : byNearness) {
      boolean nearest = !undated;
      for (Company company : s.getCompanies()) {
        boolean dated = company.getFrom() != null || company.getTo() != null;
        undated |= !dated;
        if (dated ? holds(company) : nearest) {
          companies.add(company);
        }
      }
    }
    return companies;
  }

  private boolean holds(Company company) {
    return (company.getFrom() == null || !asOf.isBefore(company.getFrom()))
        && (company.getTo() == null || asOf.isBefore(company.getTo()));
  }

  private boolean isAfter(VoyageStatement s) {
    return s.getObservedAt().isAfter(asOf);
  }

  private long distanceMs(VoyageStatement s) {
    return Math.abs(s.getObservedAt().toEpochMilli() - asOf.toEpochMilli());
  }

  /** A register's word outweighs what is typed on board. */
  private <T> @Nullable T registered(Function<VoyageStatement, @Nullable T> particular) {
    T value = first(registers(), particular);
    return value != null ? value : stated(particular);
  }

  /**
   * The type at the instant, or that of a tanker where she was one by her own word before or after,
   * heard twice, and by no register is a service craft or fishing vessel: type is changed by a
   * keystroke, and an excuse for such craft is none for a tanker (domain rule E1).
   */
  private @Nullable Integer shipType() {
    Integer type = registered(VoyageStatement::getShipType);
    ShipType stated = ShipType.of(type);
    boolean excuses = stated.serves() || stated == ShipType.FISHING;
    if (!excuses || first(registers(), VoyageStatement::getShipType) != null) {
      return type;
    }
    return byNearness.stream()
        .filter(Stated::isTrusted)
        .map(VoyageStatement::getShipType)
        .filter(t -> ShipType.of(t) == ShipType.TANKER)
        .findFirst()
        .orElse(type);
  }

  /** Those who had the ship at the instant, by the last register before it that names any. */
  private Set<String> owners() {
    List<Company> companies =
        first(registers(), s -> s.getCompanies().isEmpty() ? null : s.getCompanies());
    return companies == null
        ? Set.of()
        : companies.stream()
            .filter(c -> HOLDERS.contains(c.getRole()) && holds(c))
            .map(c -> c.getCompanyId() != null ? c.getCompanyId() : c.getName())
            .collect(Collectors.toSet());
  }

  private List<VoyageStatement> registers() {
    return byNearness.stream().filter(s -> s.getSourceKind() == StatementKind.REGISTER).toList();
  }

  private <T> @Nullable T stated(Function<VoyageStatement, @Nullable T> particular) {
    return first(byNearness, particular);
  }

  private static <T> @Nullable T first(
      List<VoyageStatement> statements, Function<VoyageStatement, @Nullable T> particular) {
    for (VoyageStatement s : statements) {
      T value = particular.apply(s);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
