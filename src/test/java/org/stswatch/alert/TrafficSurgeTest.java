package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Finding;
import org.stswatch.detect.Traffic;
import org.stswatch.detect.TrafficSurges;
import org.stswatch.event.Evidence;
import org.stswatch.port.Ports;
import org.stswatch.vessel.ShipType;

/** What four weeks are against the six blocks before: the numbers of domain rule E12. */
class TrafficSurgeTest {
  private static final Instant END = Instant.parse("2017-07-03T00:00:00Z");

  private static List<String> found(int calls, int usual, int others, int othersBefore) {
    return found(calls, Collections.nCopies(6, usual), others, othersBefore);
  }

  private static List<String> found(int calls, List<Integer> before, int others, int othersBefore) {
    Traffic traffic =
        new Traffic(
            Ports.bundled().ofCode("RUVVO").orElseThrow(),
            ShipType.TANKER,
            END,
            calls,
            before,
            others,
            Collections.nCopies(6, othersBefore),
            0,
            List.of());
    return new TrafficSurges()
        .judge(traffic).map(Finding::evidence).orElse(List.of()).stream()
            .map(Evidence::getCode)
            .toList();
  }

  @Test
  void fourteenToSixIsNone() {
    assertThat(found(6, 14, 5, 5)).isEmpty();
    assertThat(found(5, 14, 5, 5)).contains("DROP");
  }

  @Test
  void fourteenToOneIsADrop() {
    assertThat(found(1, 14, 5, 5)).contains("DROP");
  }

  @Test
  void fourToFourteenIsASurge() {
    assertThat(found(14, 4, 5, 5)).contains("SURGE");
  }

  @Test
  void whereNobodyCameFiveAreASurgeAndFourAreNone() {
    assertThat(found(4, 0, 5, 5)).isEmpty();
    assertThat(found(5, 0, 5, 5)).contains("SURGE");
  }

  @Test
  void withoutSixBlocksItIsLearning() {
    assertThat(found(14, Collections.nCopies(5, 4), 5, 5)).isEmpty();
  }

  @Test
  void whereFewerThanThreeOthersAreHeardNothingIsSaid() {
    assertThat(found(14, 4, 2, 5)).isEmpty();
    assertThat(found(14, 4, 5, 2)).isEmpty();
  }

  /** Where half of the others are heard, seven would be usual; below half nothing is said. */
  @Test
  void aDropIsHeldAgainstWhatIsHeard() {
    assertThat(found(1, 14, 5, 10)).contains("DROP");
    assertThat(found(1, 14, 4, 10)).isEmpty();
    assertThat(found(4, 14, 10, 10)).contains("DROP");
    assertThat(found(4, 14, 6, 10)).isEmpty();
  }
}
