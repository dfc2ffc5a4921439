package org.stswatch.stream;

import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.RejectReason;

/** What became of the bytes of a record value. */
public sealed interface Decoded<T extends SpecificRecord> {

  /** A record. */
  record Value<T extends SpecificRecord>(T record) implements Decoded<T> {}

  /**
   * Bytes that no further attempt will make a record of.
   *
   * @param reason BAD_FRAME or UNKNOWN_SCHEMA
   * @param detail what is wrong, for people
   */
  record Poison<T extends SpecificRecord>(RejectReason reason, String detail)
      implements Decoded<T> {}
}
