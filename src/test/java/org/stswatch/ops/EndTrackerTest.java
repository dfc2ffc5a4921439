package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EndTrackerTest {
  private final EndTracker ends =
      new EndTracker(
          Map.of("rejects", "track", "alerts", "cases"), Map.of("rejects", 1, "alerts", 2));

  @Test
  void is_done_when_every_partition_has_heard_every_writer() {
    end("rejects", 0, "track/0/2");
    end("rejects", 0, "track/1/2");
    end("alerts", 0, "cases/0/1");
    assertThat(ends.done()).isFalse();

    end("alerts", 1, "cases/0/1");
    assertThat(ends.done()).isTrue();
  }

  @Test
  void hears_a_writer_once_though_a_crash_repeats_it() {
    end("rejects", 0, "track/0/2");
    end("rejects", 0, "track/0/2");
    end("alerts", 0, "cases/0/1");
    end("alerts", 1, "cases/0/1");

    assertThat(ends.done()).isFalse();
  }

  @Test
  void sums_the_counters_of_a_stage_once_per_writer() {
    ends.end("rejects", 0, "track/0/2", "{\"in\":3,\"late\":1}", "ff");
    ends.end("rejects", 0, "track/1/2", "{\"in\":4}", "02");
    ends.end("rejects", 0, "track/1/2", "{\"in\":4}", "02");

    ends.end("alerts", 0, "cases/1/2", "{\"in\":9}", "0");

    assertThat(ends.counts("track")).isEqualTo(Map.of("in", 7L, "late", 1L));
    assertThat(ends.acceptedSha256()).hasSize(64).endsWith("000101");
  }

  @Test
  void the_accepted_sum_wraps_at_256_bits() {
    ends.end("rejects", 0, "track/0/2", null, "f".repeat(64));
    ends.end("rejects", 0, "track/1/2", null, "2");

    assertThat(ends.acceptedSha256()).isEqualTo("0".repeat(63) + "1");
  }

  @Test
  void refuses_a_header_that_is_none() {
    assertThatThrownBy(() -> end("rejects", 0, "track"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no END: track");
  }

  private void end(String topic, int partition, String header) {
    ends.end(topic, partition, header, null, null);
  }
}
