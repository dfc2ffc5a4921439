package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.event.ListType;
import org.stswatch.event.ListedKind;
import org.stswatch.event.RejectReason;
import org.stswatch.event.WatchlistEntry;

class WatchlistFileTest {
  private static final Path SAMPLE = Path.of("src/test/resources/sanctions/ofac-2019-01-15");
  private static final String HEADER = "list,type,id,kind,name,aliases,imo,mmsi,flag,from,to\n";

  @TempDir Path folder;

  @Test
  void vesselsAndCompaniesOfTheOfacListBecomeEntriesAndNothingElse() throws IOException {
    ListReading read = sample("").read();
    assertThat(read.count(ListedKind.VESSEL)).isEqualTo(13);
    assertThat(read.count(ListedKind.COMPANY)).isEqualTo(6);
    assertThat(read.skipped()).isEqualTo(Map.of("aircraft", 1L));
    assertThat(read.refused()).isEmpty();
    assertBalanced(read);
  }

  @Test
  void aVesselHasItsNumbersFlagProgrammesAndTheCompaniesItIsLinkedTo() throws IOException {
    WatchlistEntry patriot = entry("ofac-sdn:24508", sample("").read());
    assertThat(patriot.getNames()).containsExactly("PATRIOT");
    assertThat(patriot.getImo()).isEqualTo("9003550");
    assertThat(patriot.getFlag()).isEqualTo("RU");
    assertThat(patriot.getPrograms()).containsExactly("DPRK4");
    assertThat(patriot.getLinkedTo())
        .containsExactly("PRIMORYE MARITIME LOGISTICS CO LTD", "GUDZON SHIPPING CO LLC");
    assertThat(entry("ofac-sdn:17084", sample("").read()).getNames())
        .containsExactly("AM NOK GANG", "AP ROK GANG");
    assertThat(entry("ofac-sdn:15036", sample("").read()).getMmsi()).isEqualTo("572469210");
    assertThat(entry("ofac-sdn:17104", sample("").read()).getImo()).isEqualTo("8606173");
  }

  @Test
  void aCompanyHasItsNumberAddressesAndFurtherNames() throws IOException {
    WatchlistEntry company = entry("ofac-sdn:24450", sample("").read());
    assertThat(company.getSubjectKind()).isEqualTo(ListedKind.COMPANY);
    assertThat(company.getCompanyIds()).containsExactly("5993381");
    assertThat(company.getNames()).contains("PML CO LTD");
    assertThat(company.getAddresses())
        .containsExactly("01 ul Tigorovaya 20A, Vladivostok, Primorskiy kray 690091, Russia");
    assertThat(entry("ofac-sdn:23785", sample("").read()).getAddresses())
        .as("a town alone is no address")
        .isEmpty();
  }

  @Test
  void knownDaysComeFromThePackAndAllOthersCountFromTheCopy() throws IOException {
    WatchlistEntry patriot = entry("ofac-sdn:24508", sample("").read());
    assertThat(patriot.getFrom()).isEqualTo(Instant.parse("2018-08-21T00:00:00Z"));
    assertThat(patriot.getFromUnknown()).isFalse();
    assertThat(patriot.getPublishedAt()).isEqualTo(patriot.getFrom());
    WatchlistEntry other = entry("ofac-sdn:23735", sample("").read());
    assertThat(other.getFrom()).isEqualTo(Instant.parse("2019-01-15T00:00:00Z"));
    assertThat(other.getFromUnknown()).isTrue();
  }

  @Test
  void anImoNumberThatIsNoneIsLeftOutAndSaid() throws IOException {
    ListReading read = sample("").read();
    assertThat(entry("ofac-sdn:23424", read).getImo()).isNull();
    assertThat(read.remarks())
        .containsExactly(
            "sdn.csv@2019-01-15:20: IMO '15411' is none by its check digit, and left out");
  }

  @Test
  void personsAreSkippedAndNoRemarkNamesOne() throws IOException {
    ListReading read =
        sample(
                """
                90001,"CONSTRUCTED, Person","individual","DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
                90002,"CONSTRUCTED SHIP","vessel","DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Linked To: CONSTRUCTED, Person; Linked To: KOTI CORP."
                """)
            .read();
    assertThat(read.skipped()).containsEntry("person", 1L);
    assertThat(entry("ofac-sdn:90002", read).getLinkedTo()).containsExactly("KOTI CORP");
    assertThat(read.entries().toString()).doesNotContain("Person");
    assertBalanced(read);
  }

  @Test
  void aBadRowIsRefusedWithItsPlaceAndSpoilsNoOther() throws IOException {
    ListReading read =
        sample(
                """
                90001,"QUOTE NOT CLOSED,"vessel
                90002,"SHORT","vessel"
                90003,"OTHER","submarine","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
                24508,"PATRIOT","vessel","DPRK4",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
                90004,"WHOLE","vessel","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
                \u001a
                """)
            .read();
    assertThat(read.refused())
        .extracting(r -> r.getOrigin() + " " + r.getReason())
        .containsExactly(
            "sdn.csv@2019-01-15:21 TRUNCATED",
            "sdn.csv@2019-01-15:22 TRUNCATED",
            "sdn.csv@2019-01-15:23 FIELD_RANGE",
            "sdn.csv@2019-01-15:24 FIELD_RANGE");
    assertThat(entry("ofac-sdn:90004", read).getNames()).containsExactly("WHOLE");
    assertBalanced(read);
  }

  @Test
  void packedCopiesAreReadWithTheirNeighbours() throws IOException {
    for (String name : List.of("sdn", "alt", "add")) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz")))) {
        Files.copy(SAMPLE.resolve(name + ".csv"), out);
      }
    }
    WatchlistFile packed = WatchlistFile.of(folder.resolve("sdn.csv.gz") + "@2019-01-15");
    assertThat(packed.beside()).hasSize(2);
    assertThat(packed.read().entries()).hasSize(19);
    assertThat(entry("ofac-sdn:17084", packed.read()).getNames()).hasSize(2);
  }

  @Test
  void theDayOfACopyStandsInItsNameOrBehindItAndIsAskedFor() throws IOException {
    assertThat(WatchlistFile.of("a/sdn-2019-01-15.csv").copied())
        .contains(LocalDate.parse("2019-01-15"));
    assertThat(WatchlistFile.of("a-2018-01-01/sdn.csv").copied()).isEmpty();
    assertThat(WatchlistFile.of("a/sdn.csv@2021-07-07"))
        .isEqualTo(
            new WatchlistFile(
                Path.of("a/sdn.csv"), java.util.Optional.of(LocalDate.parse("2021-07-07"))));
    assertThatIllegalArgumentException().isThrownBy(() -> WatchlistFile.of("sdn.csv@2021-02-30"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WatchlistFile.of(SAMPLE.resolve("sdn.csv").toString()).read())
        .withMessageContaining("give that of the copy")
        .withMessageContaining("sdn.csv@2019-01-15");
  }

  @Test
  void ofSeveralCopiesAnEntryCountsFromTheFirstAndEndsWhereItIsMissing() throws IOException {
    WatchlistFile first = sample("");
    Path later = Files.createDirectory(folder.resolve("later"));
    String without = Files.readString(SAMPLE.resolve("sdn.csv")).replaceAll("(?m)^23786,.*\\R", "");
    Files.writeString(later.resolve("sdn.csv"), without);
    WatchlistFile second = WatchlistFile.of(later.resolve("sdn.csv") + "@2021-07-07");
    for (List<WatchlistFile> order : List.of(List.of(first, second), List.of(second, first))) {
      Watchlists all = Watchlists.read(order);
      assertThat(all.entries()).hasSize(19);
      assertThat(all.repeated()).isEqualTo(18);
      assertThat(byId("ofac-sdn:23735", all.entries()).getFrom())
          .isEqualTo(Instant.parse("2019-01-15T00:00:00Z"));
      assertThat(byId("ofac-sdn:23735", all.entries()).getTo()).isNull();
      assertThat(byId("ofac-sdn:23786", all.entries()).getTo())
          .isEqualTo(Instant.parse("2021-07-07T00:00:00Z"));
    }
  }

  @Test
  void aPlainTableDatesItsRowsByDayMonthOrCopy() throws IOException {
    ListReading read =
        table(
            """
            # constructed
            National list,NATIONAL,7,vessel,ONE,UNO|EINS,9074729,273999991,Panama,2018-02-03,2019-01-01
            National list,NATIONAL,8,company,TWO LTD,,,,,2018-02,
            National list,NATIONAL,9,vessel,THREE,,,,,,
            National list,NATIONAL,10,person,FOUR,,,,,,
            """);
    assertThat(read.skipped()).isEqualTo(Map.of("remark", 1L, "header", 1L, "person", 1L));
    WatchlistEntry one = entry("national-list:7", read);
    assertThat(one.getListType()).isEqualTo(ListType.NATIONAL);
    assertThat(one.getNames()).containsExactly("ONE", "UNO", "EINS");
    assertThat(one.getFlag()).isEqualTo("PA");
    assertThat(one.getFrom()).isEqualTo(Instant.parse("2018-02-03T00:00:00Z"));
    assertThat(one.getTo()).isEqualTo(Instant.parse("2019-01-01T00:00:00Z"));
    assertThat(one.getFromUnknown()).isFalse();
    assertThat(entry("national-list:8", read).getFrom())
        .as("listed in that month: surely on its last day")
        .isEqualTo(Instant.parse("2018-02-28T00:00:00Z"));
    assertThat(entry("national-list:8", read).getFromUnknown()).isTrue();
    assertThat(entry("national-list:9", read).getFrom())
        .isEqualTo(Instant.parse("2020-05-06T00:00:00Z"));
    assertBalanced(read);
  }

  @Test
  void whatATableGetsWrongIsRefusedRowByRow() throws IOException {
    ListReading read =
        table(
            """
            L,NATIONAL,1,vessel,,,,,,2018-01-01,
            L,BLACK,2,vessel,B,,,,,2018-01-01,
            L,UN,3,submarine,C,,,,,2018-01-01,
            L,UN,4,vessel,D,,,,,yesterday,
            L,UN,5,vessel,E,,,,,2018-01-01,2018-01-01
            L,UN,6,vessel
            L,UN,7,vessel,G,,9074728,12345,,2018-01-01,
            """);
    assertThat(read.refused()).hasSize(6).allMatch(r -> r.getOrigin().startsWith("list-2020"));
    assertThat(read.refused())
        .extracting(org.stswatch.event.Reject::getReason)
        .contains(RejectReason.FIELD_RANGE, RejectReason.TRUNCATED);
    assertThat(read.remarks()).hasSize(2);
    assertThat(entry("l:7", read).getImo()).isNull();
    assertBalanced(read);
  }

  @Test
  void thePackIsAListOfItsOwn() throws IOException {
    ListReading pack = WatchlistFile.of("pack").read();
    assertThat(pack.refused()).isEmpty();
    assertThat(pack.remarks()).isEmpty();
    assertThat(pack.entries()).hasSize(57).doesNotHaveDuplicates();
    assertThat(pack.entries().stream().map(WatchlistEntry::getEntryId)).doesNotHaveDuplicates();
    assertThat(byId("ofac-annex:imo8916293", pack.entries()).getNames())
        .containsExactly("SAEBYOL", "CHONG RIM 2");
  }

  @Test
  void somethingElseIsNoWatchList() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "mmsi,timestamp,lat,lon\n");
    assertThatThrownBy(() -> WatchlistFile.of(file.toString()).kind())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no watch list");
  }

  /** The sample with these lines behind it. */
  private WatchlistFile sample(String more) throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    for (String name : List.of("alt.csv", "add.csv")) {
      Files.writeString(copy.resolve(name), Files.readString(SAMPLE.resolve(name)));
    }
    Files.writeString(copy.resolve("sdn.csv"), Files.readString(SAMPLE.resolve("sdn.csv")) + more);
    return WatchlistFile.of(copy.resolve("sdn.csv") + "@2019-01-15");
  }

  private ListReading table(String rows) throws IOException {
    Path file = folder.resolve("list-2020-05-06.csv");
    String comment = rows.startsWith("#") ? rows.substring(0, rows.indexOf('\n') + 1) : "";
    Files.write(
        file,
        (comment + HEADER + rows.substring(comment.length())).getBytes(StandardCharsets.UTF_8));
    return WatchlistFile.of(file.toString()).read();
  }

  private static WatchlistEntry entry(String id, ListReading read) {
    return byId(id, read.entries());
  }

  private static WatchlistEntry byId(String id, List<WatchlistEntry> entries) {
    return entries.stream().filter(e -> e.getEntryId().equals(id)).findFirst().orElseThrow();
  }

  private static void assertBalanced(ListReading read) {
    assertThat(read.entries().size() + read.refused().size() + read.skippedLines())
        .isEqualTo(read.lines());
  }
}
