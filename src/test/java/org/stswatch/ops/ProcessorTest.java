package org.stswatch.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stswatch.stream.RegistryOutageException;

/** What replaces a thread, what stops the processor, and when it is ready. */
class ProcessorTest {
  static Stream<Exception> curable() {
    return Stream.of(
        new TimeoutException("broker"),
        new RegistryOutageException("registry", new Exception()),
        new InvalidTxnStateException("given up by the broker"),
        new TransactionAbortableException("given up by the broker"),
        new InvalidProducerEpochException("given up by the broker"),
        new ProducerFencedException("given up by the broker"),
        new OutOfOrderSequenceException("given up by the broker"));
  }

  static Stream<Throwable> defects() {
    return Stream.of(
        new IllegalStateException("ours"),
        new SerializationException("ours"),
        new AuthenticationException("not allowed"),
        new OutOfMemoryError());
  }

  @ParameterizedTest
  @MethodSource("curable")
  void whatMayPassIsTriedAgain(Exception cause) {
    assertThat(Processor.isCurable(new StreamsException("in a task", cause))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectStopsTheProcessor(Throwable cause) {
    assertThat(Processor.isCurable(new StreamsException("in a task", cause))).isFalse();
  }

  @Test
  void itIsReadyWhenAllThreadsRunAndTheRegistryAnswers() {
    assertThat(Processor.readiness(State.RUNNING, List.of("RUNNING", "RUNNING"), Optional.empty()))
        .isEqualTo(Readiness.READY);
    assertThat(Processor.readiness(State.RUNNING, List.of("RUNNING"), Optional.of("no registry")))
        .isEqualTo(Readiness.not("no registry"));
    assertThat(Processor.readiness(State.REBALANCING, List.of("RUNNING"), Optional.empty()))
        .isEqualTo(Readiness.not("the processor is rebalancing"));
  }

  /** Its partitions are nobody's until then. */
  @Test
  void itIsNotReadyWhileAReplacedThreadBegins() {
    assertThat(Processor.readiness(State.RUNNING, List.of("RUNNING", "STARTING"), Optional.empty()))
        .isEqualTo(Readiness.not("a thread is starting"));
  }
}
