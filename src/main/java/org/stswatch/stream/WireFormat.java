package org.stswatch.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Confluent's frame around an Avro value: 0x00, then the schema id as a big-endian int32. */
final class WireFormat {
  static final byte MAGIC = 0;
  static final int HEADER_BYTES = 5;

  private static final int SHOWN_BYTES = 8;

  private WireFormat() {}

  static byte[] header(int schemaId) {
    return ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaId).array();
  }

  /** Length and first bytes of a value, for people. */
  static String describeStart(byte[] value) {
    byte[] start = Arrays.copyOf(value, Math.min(value.length, SHOWN_BYTES));
    return value.length + " bytes, starting " + HexFormat.ofDelimiter(" ").formatHex(start);
  }
}
