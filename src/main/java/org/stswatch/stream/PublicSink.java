package org.stswatch.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.RunEnd;

/**
 * Values of a result topic with their headers; the end of a run becomes a null value that says so
 * in its headers.
 */
public final class PublicSink implements Serializer<SpecificRecord> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Serializer<SpecificRecord> values;
  private final Function<SpecificRecord, Map<String, String>> headersOf;

  /**
   * @param values writes what is not the end of a run
   * @param headersOf headers of such a value
   */
  public PublicSink(
      Serializer<SpecificRecord> values, Function<SpecificRecord, Map<String, String>> headersOf) {
    this.values = values;
    this.headersOf = headersOf;
  }

  /** A sink of one class of Avro records, without headers. */
  public static <T extends SpecificRecord> PublicSink of(Class<T> type, PublicSerializer<T> to) {
    return of(type, to, value -> Map.of());
  }

  /** A sink of one class of Avro records. */
  public static <T extends SpecificRecord> PublicSink of(
      Class<T> type, PublicSerializer<T> to, Function<T, Map<String, String>> headersOf) {
    return new PublicSink(
        (topic, value) -> to.serialize(topic, type.cast(value)),
        value -> headersOf.apply(type.cast(value)));
  }

  @Override
  public byte @Nullable [] serialize(String topic, SpecificRecord value) {
    return values.serialize(topic, value);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, SpecificRecord value) {
    if (value instanceof RunEnd end) {
      String who = end.getStage() + "/" + end.getPartition() + "/" + end.getPartitions();
      headers.add(Heartbeats.END, who.getBytes(UTF_8));
      headers.add(Heartbeats.COUNTS, json(end.getCounts()).getBytes(UTF_8));
      headers.add(Heartbeats.ACCEPTED, end.getAcceptedSum().getBytes(UTF_8));
      return null;
    }
    headersOf.apply(value).forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
    return serialize(topic, value);
  }

  private static String json(Map<String, Long> counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers by name are JSON", e);
    }
  }
}
