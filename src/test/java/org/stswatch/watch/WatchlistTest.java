package org.stswatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Company;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.WatchlistEntry;

class WatchlistTest {
  private static final Instant LISTED = Instant.parse("2018-08-21T00:00:00Z");
  private static final Instant LATER = Instant.parse("2018-10-01T12:00:00Z");
  private static final Identity PATRIOT = new Identity("9003550", "273999991", "Patriot", 110.0);

  @Test
  void theImoNumberIsEnoughWhateverTheName() {
    Identity renamed = new Identity("9003550", "620999999", "OTHER NAME", null);
    assertThat(bases(renamed, patriot().build())).containsExactly(Basis.IMO);
  }

  @Test
  void anImoNumberWithAWrongCheckDigitIdentifiesNobody() {
    WatchlistEntry wrong = patriot().setImo("9003551").build();
    assertThat(bases(new Identity("9003551", null, "OTHER", null), wrong)).isEmpty();
  }

  @Test
  void nextComeMmsiAndNameThenNameAndLengthAndANameAloneIsANamesake() {
    WatchlistEntry listed = patriot().setImo(null).setMmsi("273111111").setLengthM(104.0).build();
    assertThat(bases(new Identity(null, "273111111", "M/V PATRIOT", null), listed)).isEmpty();
    assertThat(bases(new Identity(null, "273111111", "patriot", null), listed))
        .containsExactly(Basis.MMSI_AND_NAME);
    assertThat(bases(new Identity(null, "273111111", "OTHER", 104.0), listed))
        .as("an MMSI alone goes to the next ship")
        .isEmpty();
    assertThat(bases(new Identity(null, "538000001", "PATRIOT", 110.0), listed))
        .containsExactly(Basis.NAME_AND_SIZE);
    assertThat(bases(new Identity(null, "538000001", "PATRIOT", 120.0), listed))
        .containsExactly(Basis.NAME);
    assertThat(bases(new Identity(null, "538000001", "PATRIOT", null), listed))
        .containsExactly(Basis.NAME);
  }

  @Test
  void lengthsAgreeWithinATenthOfTheLonger() {
    WatchlistEntry listed = patriot().setImo(null).setLengthM(90.0).build();
    assertThat(bases(new Identity(null, null, "PATRIOT", 100.0), listed))
        .containsExactly(Basis.NAME_AND_SIZE);
    assertThat(bases(new Identity(null, null, "PATRIOT", 100.1), listed))
        .containsExactly(Basis.NAME);
  }

  @Test
  void aShipOfAnotherImoNumberIsANamesakeWhateverHerLength() {
    WatchlistEntry listed = patriot().setLengthM(110.0).build();
    assertThat(bases(new Identity("9074729", null, "PATRIOT", 110.0), listed))
        .containsExactly(Basis.NAME);
  }

  @Test
  void aliasesAreNames() {
    WatchlistEntry saebyol =
        entry("a", ListType.OFAC_ANNEX, "SAEBYOL")
            .setNames(List.of("SAEBYOL", "CHONG RIM 2"))
            .setMmsi("445999991")
            .build();
    assertThat(bases(new Identity(null, "445999991", "Chong-Rim 2", null), saebyol))
        .containsExactly(Basis.MMSI_AND_NAME);
  }

  @Test
  void nobodyIsListedBeforeTheListingNorFromItsEndOn() {
    WatchlistEntry listed = patriot().setTo(Instant.parse("2018-11-01T00:00:00Z")).build();
    assertThat(at("2018-08-20T23:59:59Z", listed)).isEmpty();
    assertThat(at("2018-08-21T00:00:00Z", listed)).hasSize(1);
    assertThat(at("2018-10-31T23:59:59Z", listed)).hasSize(1);
    assertThat(at("2018-11-01T00:00:00Z", listed)).isEmpty();
  }

  @Test
  void anEntryWithoutADayCountsFromItsPublicationAndSaysSo() {
    WatchlistEntry copy =
        patriot().setFrom(null).setPublishedAt(Instant.parse("2018-09-01T00:00:00Z")).build();
    assertThat(at("2018-08-31T00:00:00Z", copy)).isEmpty();
    assertThat(at("2018-09-02T00:00:00Z", copy))
        .extracting(Listing::words)
        .containsExactly("OFAC SDN (DPRK4) by 2018-09-01 (day of listing unknown)");
    assertThat(at("2018-10-02T00:00:00Z", patriot().build()))
        .extracting(Listing::words)
        .containsExactly("OFAC SDN (DPRK4) since 2018-08-21");
  }

  @Test
  void anAnnexAndAClearanceDesignateNobody() {
    for (ListType type : List.of(ListType.OFAC_ANNEX, ListType.CLEARED, ListType.UNKNOWN)) {
      Standing standing = standing(PATRIOT, patriot().setListType(type).build());
      assertThat(standing.listings()).hasSize(1);
      assertThat(standing.designations()).isEmpty();
      assertThat(standing.listings()).noneMatch(Listing::isDprkProgramme);
    }
    assertThat(standing(PATRIOT, patriot().setListType(ListType.UN).build()).designations())
        .hasSize(1);
  }

  @Test
  void onlyProgrammesOfTheDprkAreALinkToIt() {
    assertThat(isDprk("DPRK4")).isTrue();
    assertThat(isDprk("1718")).isTrue();
    assertThat(isDprk("IRAN")).isFalse();
    assertThat(isDprk("NPWMD")).isFalse();
  }

  private static boolean isDprk(String programme) {
    return standing(PATRIOT, patriot().setPrograms(List.of(programme)).build())
        .listings()
        .get(0)
        .isDprkProgramme();
  }

  @Test
  void anEntryThatDoesNotSayWhatItListsMeansAShip() {
    WatchlistEntry plain = patriot().setSubjectKind(ListedKind.UNKNOWN).build();
    assertThat(bases(PATRIOT, plain)).containsExactly(Basis.IMO);
  }

  @Test
  void aCompanyIsFoundByNumberNameOrAddress() {
    WatchlistEntry listed =
        entry("c", ListType.OFAC_SDN, "VELMUR MANAGEMENT PTE LTD")
            .setSubjectKind(ListedKind.COMPANY)
            .setCompanyIds(List.of("5993381"))
            .setAddresses(List.of("2 Marina Blvd., No. 66-08, 018987, Singapore"))
            .build();
    assertThat(companyBases(company("OTHER", "5993381", null), listed))
        .containsExactly(Basis.COMPANY_NUMBER);
    assertThat(companyBases(company("Velmur Management Pte. Ltd.", null, null), listed))
        .containsExactly(Basis.COMPANY_NAME);
    assertThat(
            companyBases(
                company("OTHER", null, "2 Marina Blvd No 66-08, 018987 Singapore"), listed))
        .containsExactly(Basis.ADDRESS);
    assertThat(companyBases(company("OTHER", "5993382", "Singapore"), listed)).isEmpty();
    assertThat(bases(new Identity(null, null, "VELMUR MANAGEMENT PTE LTD", null), listed))
        .as("a ship is no company")
        .isEmpty();
  }

  @Test
  void theLatestVersionCountsAndALaterCopyMakesNoListingYounger() {
    WatchlistEntry first = copy("2019-01-15T00:00:00Z").build();
    WatchlistEntry second = copy("2021-07-07T00:00:00Z").setNames(List.of("NEW NAME")).build();
    WatchlistEntry ended =
        copy("2022-01-01T00:00:00Z").setTo(Instant.parse("2021-12-01T00:00:00Z")).build();
    List<WatchlistEntry> versions = new ArrayList<>(List.of(first, second, ended));
    for (int seed = 0; seed < 6; seed++) {
      Collections.shuffle(versions, new Random(seed));
      assertThat(Watchlist.latest(versions))
          .singleElement()
          .satisfies(
              e -> {
                assertThat(e.getFrom()).isEqualTo(first.getFrom());
                assertThat(e.getTo()).isEqualTo(ended.getTo());
              });
    }
    assertThat(Watchlist.latest(List.of(second, first)))
        .singleElement()
        .satisfies(e -> assertThat(e.getNames()).containsExactly("NEW NAME"));
  }

  @Test
  void ofTwoVersionsOfOneTimeTheContentDecides() {
    WatchlistEntry a = copy("2019-01-15T00:00:00Z").setNames(List.of("A")).build();
    WatchlistEntry b = copy("2019-01-15T00:00:00Z").setNames(List.of("B")).build();
    assertThat(Watchlist.latest(List.of(a, b))).isEqualTo(Watchlist.latest(List.of(b, a)));
  }

  private static WatchlistEntry.Builder copy(String day) {
    return patriot()
        .setFrom(Instant.parse(day))
        .setFromUnknown(true)
        .setPublishedAt(Instant.parse(day));
  }

  private static WatchlistEntry.Builder patriot() {
    return entry("ofac-sdn:24508", ListType.OFAC_SDN, "PATRIOT")
        .setImo("9003550")
        .setPrograms(List.of("DPRK4"));
  }

  private static WatchlistEntry.Builder entry(String id, ListType type, String name) {
    return WatchlistEntry.newBuilder()
        .setEntryId(id)
        .setListName("OFAC SDN")
        .setListType(type)
        .setSubjectKind(ListedKind.VESSEL)
        .setNames(List.of(name))
        .setFrom(LISTED)
        .setPublishedAt(LISTED);
  }

  private static Company company(String name, @Nullable String number, @Nullable String address) {
    return Company.newBuilder()
        .setRole(CompanyRole.PAYER)
        .setName(name)
        .setCompanyId(number)
        .setAddress(address)
        .build();
  }

  private static Standing standing(Identity ship, WatchlistEntry entry) {
    return new Watchlist(List.of(entry)).standing(ship, List.of(), LATER);
  }

  private static List<Basis> bases(Identity ship, WatchlistEntry entry) {
    Standing standing = standing(ship, entry);
    List<Listing> all = new ArrayList<>(standing.listings());
    all.addAll(standing.namesakes());
    return all.stream().map(Listing::basis).toList();
  }

  private static List<Basis> companyBases(Company company, WatchlistEntry entry) {
    return new Watchlist(List.of(entry))
        .standing(PATRIOT, List.of(company), LATER).companies().stream()
            .map(c -> c.listing().basis())
            .toList();
  }

  private static List<Listing> at(String time, WatchlistEntry entry) {
    return new Watchlist(List.of(entry))
        .standing(PATRIOT, List.of(), Instant.parse(time))
        .listings();
  }
}
