package org.stswatch.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary of one generated class, with {@code timestamp-millis} as {@code Instant}. Safe for
 * any number of threads: what Avro wants confined to one is kept once for each.
 */
final class AvroCodec<T extends SpecificRecord> {
  private static final ThreadLocal<Bench> BENCH = ThreadLocal.withInitial(Bench::new);

  private final Schema schema;
  private final DatumWriter<T> writer;
  private final ThreadLocal<Map<Schema, DatumReader<T>>> readers =
      ThreadLocal.withInitial(IdentityHashMap::new);

  AvroCodec(Class<T> type) {
    schema = RecordModel.INSTANCE.getSchema(type);
    writer = new SpecificDatumWriter<>(schema, RecordModel.INSTANCE);
  }

  Schema schema() {
    return schema;
  }

  /**
   * Header and record in one array.
   *
   * @throws AvroRuntimeException if the record does not fit its schema
   */
  byte[] encode(byte[] header, T record) {
    Bench bench = BENCH.get();
    try {
      bench.bytes.reset();
      bench.bytes.writeBytes(header);
      writer.write(record, bench.encoder);
      bench.encoder.flush();
      return bench.bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      BENCH.remove(); // the encoder may hold a part of the record, which the next one must not get
      throw new AvroRuntimeException(schema.getName() + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * The record in the bytes from {@code offset} to the end.
   *
   * @param written schema that it was written with; the same object for the same schema, each time
   * @throws IOException if the bytes are not exactly one record of that schema, or that schema
   *     cannot be read as this class
   */
  T decode(byte[] bytes, int offset, Schema written) throws IOException {
    Bench bench = BENCH.get();
    int length = bytes.length - offset;
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, offset, length, bench.decoder);
    bench.decoder = decoder;
    T record;
    try {
      record = reader(written).read(null, decoder);
    } catch (RuntimeException e) { // whatever Avro throws at damaged bytes, of which it has many
      throw new IOException(e.toString(), e);
    }
    if (!decoder.isEnd()) {
      throw new IOException("bytes left over after the record");
    }
    return record;
  }

  private DatumReader<T> reader(Schema written) {
    Map<Schema, DatumReader<T>> known = readers.get();
    DatumReader<T> reader = known.get(written);
    if (reader == null) {
      reader = new SpecificDatumReader<>(written, schema, RecordModel.reading(schema));
      known.put(written, reader);
    }
    return reader;
  }

  /** What one thread writes and reads with. */
  private static final class Bench {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    @Nullable BinaryDecoder decoder;
  }
}
