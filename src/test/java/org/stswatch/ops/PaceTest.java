package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void an_hour_at_3600x_lasts_a_second() {
    assertThat(Pace.of("3600x").pause(0, 3_600_000)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void as_fast_as_it_goes_never_waits() {
    assertThat(Pace.of("max").pause(0, Long.MAX_VALUE)).isZero();
  }

  @Test
  void quiet_days_are_passed_over() {
    assertThat(Pace.of("60x").pause(0, Duration.ofDays(3).toMillis()))
        .isEqualTo(Duration.ofSeconds(10));
  }
}
