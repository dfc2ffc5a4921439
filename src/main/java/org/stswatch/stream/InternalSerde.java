package org.stswatch.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Alert;
import org.stswatch.event.Encounter;
import org.stswatch.event.Gap;
import org.stswatch.event.PortCall;
import org.stswatch.event.Reject;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.event.state.AreaHead;
import org.stswatch.event.state.AreaHour;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.CaseState;
import org.stswatch.event.state.CellState;
import org.stswatch.event.state.ClosedMeeting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.DarkMeeting;
import org.stswatch.event.state.Detection;
import org.stswatch.event.state.Landfall;
import org.stswatch.event.state.Loitering;
import org.stswatch.event.state.MeetingHead;
import org.stswatch.event.state.MeetingPart;
import org.stswatch.event.state.Meetings;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.RunEnd;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.SeenBeside;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.Tick;
import org.stswatch.event.state.TrackBase;
import org.stswatch.event.state.TrackHour;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.event.state.VoyageState;
import org.stswatch.event.state.WatersHead;
import org.stswatch.event.state.WatersHour;

/**
 * Values of internal topics and stores: Avro single-object encoding (C3 01, the CRC-64-AVRO
 * fingerprint of the schema as a little-endian int64, Avro binary) over a fixed list of generated
 * classes, so that one edge can carry several kinds of record and no registry is needed. Safe for
 * any number of threads.
 */
public final class InternalSerde implements Serde<SpecificRecord> {
  /** Every record that travels on an internal edge or lies in a store. */
  public static final List<Class<? extends SpecificRecord>> RECORDS =
      List.of(
          Tick.class,
          RunEnd.class,
          Sample.class,
          Contact.class,
          TrackBase.class,
          TrackHour.class,
          CellState.class,
          MeetingHead.class,
          MeetingPart.class,
          Meetings.class,
          CaseState.class,
          VoyageState.class,
          Passage.class,
          Presence.class,
          Landfall.class,
          Loitering.class,
          TwinLocation.class,
          Detection.class,
          SeenBeside.class,
          AreaHead.class,
          AreaHour.class,
          Called.class,
          ClosedMeeting.class,
          Stop.class,
          Silence.class,
          WatersHead.class,
          WatersHour.class,
          DarkMeeting.class,
          VesselSighting.class,
          VoyageStatement.class,
          VesselReport.class,
          WatchlistEntry.class,
          Encounter.class,
          PortCall.class,
          Gap.class,
          Alert.class,
          Reject.class);

  private static final InternalSerde INSTANCE = new InternalSerde(RECORDS);
  private static final short MARKER = (short) 0xC301;
  private static final int HEADER_BYTES = 10;

  private final Map<Class<?>, Kind<?>> kindByClass = new HashMap<>();
  private final Map<Long, Kind<?>> kindByFingerprint = new HashMap<>();

  private InternalSerde(List<Class<? extends SpecificRecord>> types) {
    for (Class<? extends SpecificRecord> type : types) {
      Kind<?> kind = Kind.of(type);
      kindByClass.put(type, kind);
      kindByFingerprint.put(kind.fingerprint, kind);
    }
  }

  /** For an edge, which carries several kinds of record. */
  public static Serde<SpecificRecord> any() {
    return INSTANCE;
  }

  /** For a store of one kind of record. */
  public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
    Serializer<T> serializer = (topic, value) -> INSTANCE.encode(value);
    Deserializer<T> deserializer = (topic, bytes) -> type.cast(INSTANCE.decode(bytes));
    return Serdes.serdeFrom(serializer, deserializer);
  }

  @Override
  public Serializer<SpecificRecord> serializer() {
    return (topic, value) -> encode(value);
  }

  @Override
  public Deserializer<SpecificRecord> deserializer() {
    return (topic, bytes) -> decode(bytes);
  }

  private byte @Nullable [] encode(@Nullable SpecificRecord value) {
    if (value == null) {
      return null;
    }
    Kind<?> kind = kindByClass.get(value.getClass());
    if (kind == null) {
      throw new SerializationException(value.getClass() + " is not in InternalSerde.RECORDS");
    }
    return kind.encode(value);
  }

  private @Nullable SpecificRecord decode(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length < HEADER_BYTES || header.getShort() != MARKER) {
      throw new SerializationException(
          "not Avro single-object encoding: " + WireFormat.describeStart(bytes));
    }
    long fingerprint = header.order(ByteOrder.LITTLE_ENDIAN).getLong();
    Kind<?> kind = kindByFingerprint.get(fingerprint);
    if (kind == null) {
      throw new SerializationException(
          "no record of this version has the schema fingerprint %016x: written by another version"
              .formatted(fingerprint));
    }
    return kind.decode(bytes);
  }

  /** One class of record, with its header. */
  private record Kind<T extends SpecificRecord>(
      Class<T> type, AvroCodec<T> codec, long fingerprint, byte[] header) {

    static <T extends SpecificRecord> Kind<T> of(Class<T> type) {
      AvroCodec<T> codec = new AvroCodec<>(type);
      long fingerprint = SchemaNormalization.parsingFingerprint64(codec.schema());
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putShort(MARKER);
      header.order(ByteOrder.LITTLE_ENDIAN).putLong(fingerprint);
      return new Kind<>(type, codec, fingerprint, header.array());
    }

    byte[] encode(SpecificRecord value) {
      try {
        return codec.encode(header, type.cast(value));
      } catch (AvroRuntimeException e) {
        throw new SerializationException(e.getMessage(), e);
      }
    }

    T decode(byte[] bytes) {
      Schema written = codec.schema();
      try {
        return codec.decode(bytes, HEADER_BYTES, written);
      } catch (IOException e) {
        throw new SerializationException("not a " + written.getName() + ": " + e.getMessage(), e);
      }
    }
  }
}
