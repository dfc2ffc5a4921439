package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  private final StopSignal stop = new StopSignal();

  @Test
  void aCommandThatEndsByItselfLeavesTheExitToTheProgram() {
    stop.finished();

    assertThat(stop.isEndingProcess()).isFalse();
  }

  @Test
  void aRequestFromWithinLeavesTheExitToTheProgram() {
    stop.request();

    assertThat(stop.isRequested()).isTrue();
    assertThat(stop.isEndingProcess()).isFalse();
  }

  @Test
  void aSignalStopsTheCommandAndEndsTheProcessWithItsOwnCode() throws Exception {
    Thread hook = new Thread(stop::stopAndWait);
    hook.start();

    assertThat(stop.isRequestedWithin(Duration.ofMinutes(1))).isTrue();
    stop.finished();
    hook.join();

    assertThat(stop.isEndingProcess()).isTrue();
  }
}
