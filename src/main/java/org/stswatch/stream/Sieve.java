package org.stswatch.stream;

import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Lets some records through, as they are. The filter of Kafka Streams copies each record twice, and
 * every record meets several.
 */
final class Sieve extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {
  private final Predicate<SpecificRecord> through;

  Sieve(Predicate<SpecificRecord> through) {
    this.through = through;
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (through.test(record.value())) {
      context().forward(record);
    }
  }
}
