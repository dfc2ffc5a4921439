package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stswatch.event.Alert;
import org.stswatch.event.Company;
import org.stswatch.event.CompanyRole;
import org.stswatch.event.Direction;
import org.stswatch.event.Evidence;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.Severity;
import org.stswatch.event.Signal;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;

/** What being on a list does to an alert, and what it must not do. */
class ListedPartiesTest {
  private static final String ONE = "538000001";
  private static final String LISTED_ON = "OFAC SDN (DPRK4) since 2017-01-01";

  @Test
  void aListedPartySpeaksForAndIsLinkedUnderADprkProgramme() {
    Meeting meeting = patriot().listed(entry("DPRK4", "2017-01-01").build());
    assertThat(meeting.weighed()).contains("LISTED +1.0", "DPRK_LINKED +2.0", "ZONE +0.5");
    Alert alert = meeting.judged().alert();
    assertThat(alert.getParties().get(0).getListedOn()).containsExactly(LISTED_ON);
    assertThat(alert.getParties().get(1).getListedOn()).isEmpty();
    assertThat(alert.getSignals()).extracting(Signal::getType).contains("WATCHLIST");
    assertThat(alert.getType()).as("the meeting says more").isEqualTo("RENDEZVOUS_ZONE");
    assertThat(text(alert, "LISTED"))
        .contains("PATRIOT by IMO number, " + LISTED_ON)
        .contains("says nothing of what happened here");
  }

  @Test
  void aListingForAnotherReasonIsNoLinkToTheDprk() {
    Meeting meeting = patriot().listed(entry("IRAN", "2017-01-01").build());
    assertThat(meeting.weighed()).contains("LISTED +1.0").noneMatch(e -> e.startsWith("DPRK"));
    assertThat(meeting.under(Meeting.gfw(AlertSettings.Scope.THEATRE)).weighed())
        .contains("NO_LINK 0.0");
  }

  @Test
  void aListingAfterTheEventCountsForNothing() {
    Meeting meeting = patriot().listed(entry("DPRK4", "2017-10-16").build());
    assertThat(meeting.weighed()).isEqualTo(patriot().weighed());
    assertThat(meeting.judged().alert().getParties().get(0).getListedOn()).isEmpty();
  }

  @Test
  void aListingThatEndedBeforeCountsForNothing() {
    Meeting meeting =
        patriot()
            .listed(
                entry("DPRK4", "2016-01-01").setTo(Instant.parse("2017-10-15T00:00:00Z")).build());
    assertThat(meeting.judged().alert()).isEqualTo(patriot().judged().alert());
  }

  @Test
  void aNamesakeIsShownAndWeighsNothing() {
    Meeting namesake =
        new Meeting()
            .stated1(named("PATRIOT").setImo("9074729").build())
            .listed(entry("DPRK4", "2017-01-01").build());
    assertThat(namesake.weighed())
        .contains("POSSIBLE_NAMESAKE 0.0")
        .noneMatch(e -> e.startsWith("LISTED") || e.startsWith("DPRK"));
    Alert alert = namesake.judged().alert();
    assertThat(alert.getParties().get(0).getListedOn()).isEmpty();
    assertThat(alert.getSignals()).extracting(Signal::getType).containsExactly("ENCOUNTER");
    assertThat(text(alert, "POSSIBLE_NAMESAKE"))
        .isEqualTo(
            "A name alone identifies no ship: PATRIOT is also the name of the ship with IMO number"
                + " 9003550 on "
                + LISTED_ON
                + ".");
    assertThat(alert.getScore()).isEqualTo(new Meeting().judged().alert().getScore());
  }

  @Test
  void anUnknownDayOfListingIsSaid() {
    WatchlistEntry copy = entry("DPRK4", "2017-01-01").setFromUnknown(true).build();
    assertThat(patriot().listed(copy).judged().alert().getParties().get(0).getListedOn())
        .containsExactly("OFAC SDN (DPRK4) by 2017-01-01 (day of listing unknown)");
  }

  @Test
  void anAnnexIsContextAndNoLink() {
    WatchlistEntry annex =
        entry("", "2017-01-01").setListName("OFAC annex").setListType(ListType.OFAC_ANNEX).build();
    Meeting meeting = patriot().listed(annex);
    assertThat(meeting.weighed()).contains("ANNEX +0.5").noneMatch(e -> e.startsWith("LISTED"));
    assertThat(meeting.judged().alert().getParties().get(0).getListedOn())
        .containsExactly("OFAC annex, no designation, since 2017-01-01");
  }

  @Test
  void aListsOwnClearanceIsShownAgainst() {
    WatchlistEntry cleared = entry("", "2017-01-01").setListType(ListType.CLEARED).build();
    Alert alert = patriot().listed(cleared).judged().alert();
    assertThat(evidence(alert, "CLEARED_BY_LIST"))
        .hasValueSatisfying(e -> assertThat(e.getDirection()).isEqualTo(Direction.AGAINST));
    assertThat(alert.getParties().get(0).getListedOn()).isEmpty();
  }

  /** A payer listed that day, cargo from Vladivostok: context only (domain.md 9.3). */
  @Test
  void aListedPayerIsContextOfAtMost15PercentOfTheScore() {
    Meeting meeting =
        new Meeting()
            .stated1(paidBy("Velmur Management Pte. Ltd."))
            .listed(velmur("2017-08-22").build());
    Alert alert = meeting.judged().alert();
    assertThat(meeting.weighed()).contains("LISTED_COMPANY +0.5");
    assertThat(text(alert, "LISTED_COMPANY"))
        .isEqualTo(
            "Companies listed on that day: payer of 538000001: Velmur Management Pte. Ltd. by company"
                + " name, OFAC SDN (DPRK3) since 2017-08-22.");
    double without = new Meeting().judged().alert().getScore();
    assertThat(alert.getScore() - without)
        .isPositive()
        .isLessThanOrEqualTo(0.15 * alert.getScore() + 1e-9);
    assertThat(alert.getEvidence().stream().mapToDouble(Evidence::getWeight).sum())
        .as("the weights printed add up to the score")
        .isCloseTo(alert.getScore(), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(alert.getSeverity()).isEqualTo(Severity.LOW);
    assertThat(alert.getSignals()).extracting(Signal::getType).containsExactly("ENCOUNTER");
    assertThat(alert.getParties()).allMatch(p -> p.getListedOn().isEmpty());
  }

  @Test
  void aListedCompanyRaisesNothingOutOfScopeAndLinksNobody() {
    Meeting inTheOuterBox =
        new Meeting()
            .at(30.0, 124.0)
            .under(Meeting.gfw(AlertSettings.Scope.THEATRE))
            .stated1(paidBy("VELMUR MANAGEMENT PTE LTD"))
            .listed(velmur("2017-08-22").build());
    assertThat(inTheOuterBox.judged().raised()).isEmpty();
    assertThat(inTheOuterBox.weighed()).contains("NO_LINK 0.0");
  }

  @Test
  void whereNothingElseSpeaksForItCompaniesAddNothing() {
    Score score =
        Score.of(
            List.of(
                org.stswatch.detect.Code.LISTED_COMPANY.speaksFor(1.0, null, 0.5, "c"),
                org.stswatch.detect.Code.NEAR_PORT.speaksAgainst(1.0, 2.0, -1.5, "p")));
    assertThat(score.total()).isEqualTo(-1.5);
  }

  @Test
  void aCompanyListedLaterIsNotListed() {
    Meeting meeting =
        new Meeting()
            .stated1(paidBy("VELMUR MANAGEMENT PTE LTD"))
            .listed(velmur("2017-10-16").build());
    assertThat(meeting.judged().alert()).isEqualTo(new Meeting().judged().alert());
  }

  @Test
  void companiesOfAnotherTimeDoNotCount() {
    Company before =
        company("VELMUR MANAGEMENT PTE LTD")
            .setFrom(Instant.parse("2017-01-01T00:00:00Z"))
            .setTo(Instant.parse("2017-10-01T00:00:00Z"))
            .build();
    VoyageStatement statement = named("X").setCompanies(List.of(before)).build();
    assertThat(new Meeting().stated1(statement).listed(velmur("2017-08-22").build()).weighed())
        .noneMatch(e -> e.startsWith("LISTED_COMPANY"));
  }

  @Test
  void noExclusionSuppressesAListedShipAlongsideAnother() {
    Meeting nearVostochny = patriot().alongside().at(42.70, 133.05);
    assertThat(nearVostochny.judged().raised()).isEmpty();
    nearVostochny.listed(entry("IRAN", "2017-01-01").build());
    assertThat(nearVostochny.judged().raised()).isPresent();
    assertThat(nearVostochny.judged().alert().getSeverity()).isEqualTo(Severity.LOW);
  }

  @Test
  void aFishingPairWithAListedPartyIsNotExcused() {
    Meeting pair =
        new Meeting()
            .types(30, 40, 30, 40)
            .stated1(named("PATRIOT").setImo("9003550").setShipType(30).setLengthM(40.0).build());
    assertThat(pair.weighed()).contains("FISHING_PAIR -3.0");
    assertThat(pair.listed(entry("IRAN", "2017-01-01").build()).weighed())
        .contains("FISHING_PAIR 0.0");
  }

  @Test
  void twoListedPartiesAreOnePieceOfEvidence() {
    WatchlistEntry other = entry("IRAN", "2017-01-01").setEntryId("b").setImo("9074729").build();
    Meeting both =
        patriot()
            .lasting(Duration.ofHours(6))
            .stated2(Meeting.stated("636000002", before()).setImo("9074729").build())
            .listed(entry("IRAN", "2017-01-01").build(), other);
    assertThat(evidence(both.judged().alert(), "LISTED"))
        .hasValueSatisfying(e -> assertThat(e.getValue()).isEqualTo(2));
  }

  private static Meeting patriot() {
    return new Meeting().stated1(named("PATRIOT").setImo("9003550").build());
  }

  private static VoyageStatement.Builder named(String name) {
    return Meeting.stated(ONE, before()).setName(name);
  }

  private static Instant before() {
    return Meeting.START.minusSeconds(600);
  }

  private static VoyageStatement paidBy(String name) {
    return Meeting.stated(ONE, before()).setCompanies(List.of(company(name).build())).build();
  }

  private static Company.Builder company(String name) {
    return Company.newBuilder().setRole(CompanyRole.PAYER).setName(name);
  }

  private static WatchlistEntry.Builder entry(String programme, String from) {
    Instant day = Instant.parse(from + "T00:00:00Z");
    return WatchlistEntry.newBuilder()
        .setEntryId("ofac-sdn:24508")
        .setListName("OFAC SDN")
        .setListType(ListType.OFAC_SDN)
        .setSubjectKind(ListedKind.VESSEL)
        .setNames(List.of("PATRIOT"))
        .setImo("9003550")
        .setPrograms(programme.isEmpty() ? List.of() : List.of(programme))
        .setFrom(day)
        .setPublishedAt(day);
  }

  private static WatchlistEntry.Builder velmur(String from) {
    return entry("DPRK3", from)
        .setEntryId("ofac-sdn:22606")
        .setSubjectKind(ListedKind.COMPANY)
        .setNames(List.of("VELMUR MANAGEMENT PTE LTD"))
        .setImo(null);
  }

  private static String text(Alert alert, String code) {
    return evidence(alert, code).orElseThrow().getText();
  }

  private static Optional<Evidence> evidence(Alert alert, String code) {
    return alert.getEvidence().stream().filter(e -> e.getCode().equals(code)).findFirst();
  }
}
