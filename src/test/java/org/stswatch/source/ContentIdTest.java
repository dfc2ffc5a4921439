package org.stswatch.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stswatch.event.SourceKind;
import org.stswatch.event.VoyageStatement;

class ContentIdTest {

  @Test
  void aSightingIdIsTheHashOfTheDocumentedText() throws Exception {
    String text = "273000001|1507204800000|425000000|1325000000|12300||AIS";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(SightingId.of("273000001", 1507204800000L, 42.5, 132.5, 12.3, null, SourceKind.AIS))
        .isEqualTo(HexFormat.of().formatHex(hash).substring(0, 32));
  }

  @Property
  void numbersAndTextsAreHashedAsTheyArePrinted(
      @ForAll long number, @ForAll int small, @ForAll String text) {
    assertThat(Sha256Id.begin().add(number).add('|').add(small).add(text).id())
        .isEqualTo(Sha256Id.of(number + "|" + small + text));
  }

  @Test
  void anAbsentSpeedIsNoZeroSpeed() {
    assertThat(SightingId.of("a", 0, 1, 2, null, null, SourceKind.AIS))
        .isNotEqualTo(SightingId.of("a", 0, 1, 2, 0.0, null, SourceKind.AIS));
  }

  @Test
  void aStatementPassesWhenItChangesAndAtItsSecondReceipt() {
    List<VoyageStatement> heard =
        Reading.of(
                Format.AVRO_JSON,
                said("A", 1),
                said("A", 2),
                said("A", 3),
                said("B", 4),
                said("A", 5),
                said("A", 6))
            .statements();
    StatementFilter filter = new StatementFilter();
    assertThat(
            heard.stream()
                .map(s -> filter.publish(new Item.Stated(s, true, false)))
                .map(s -> s.map(VoyageStatement::getReceipt).orElse(0)))
        .containsExactly(1, 2, 0, 1, 1, 2);
  }

  @Test
  void timeAndSourceAreNoContent() {
    List<VoyageStatement> heard =
        Reading.of(Format.AVRO_JSON, said("A", 1), said("A", 2)).statements();
    assertThat(heard.get(0).getStatementId()).isEqualTo(heard.get(1).getStatementId()).hasSize(32);
  }

  private static String said(String name, int second) {
    return "{\"mmsi\":\"1\",\"observedAt\":%d,\"name\":\"%s\"}"
        .formatted(1507204800000L + second, name);
  }
}
