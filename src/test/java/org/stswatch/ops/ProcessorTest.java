package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

/** What a processor gets over, and what it stops for. */
class ProcessorTest {

  @Test
  void a_transaction_that_the_broker_has_given_up_is_begun_again() {
    for (Exception lost :
        new Exception[] {
          new InvalidTxnStateException("The producer attempted a transactional operation"),
          new ProducerFencedException("There is a newer producer"),
          new TimeoutException("no answer")
        }) {
      assertThat(Processor.isCurable(new StreamsException("cannot commit", lost)))
          .as(lost.toString())
          .isTrue();
    }
  }

  @Test
  void what_would_come_again_stops_it() {
    assertThat(Processor.isCurable(new IllegalStateException("a bug"))).isFalse();
    assertThat(Processor.isCurable(new OutOfMemoryError())).isFalse();
  }
}
