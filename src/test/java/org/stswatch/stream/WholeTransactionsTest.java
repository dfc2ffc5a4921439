package org.stswatch.stream;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused before any broker is asked; the rest is RevivedTaskIT's. */
class WholeTransactionsTest {
  private static final TaskId TASK = new TaskId(1, 0);

  private WholeTransactions producer;

  @BeforeEach
  void connect() {
    producer =
        new WholeTransactions(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:1",
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "t"));
  }

  @AfterEach
  void close() {
    producer.close();
    Underway.remove(TASK);
  }

  @Test
  void whatIsMadeOfNoInputIsNotCommitted() {
    assertThatExceptionOfType(LostPlaceException.class)
        .isThrownBy(producer::commitTransaction)
        .withMessageContaining("without its input");
  }

  @Test
  void whoHasWorkedAndHandedOverNoOffsetsIsNamed() {
    Underway.add(TASK);

    assertThatExceptionOfType(LostPlaceException.class)
        .isThrownBy(producer::commitTransaction)
        .withMessageContaining("[1_0]");
  }

  @Test
  void nothingIsCommittedAfterAnAbort() {
    assertThatIllegalStateException().isThrownBy(producer::abortTransaction); // none was begun

    assertThatExceptionOfType(LostPlaceException.class)
        .isThrownBy(producer::commitTransaction)
        .withMessageContaining("aborted");
  }
}
