package org.stswatch.stream;

import java.util.ArrayList;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * How records lie in memory: times as {@code Instant}, arrays as plain lists. Avro's own lists
 * throw in {@code equals} when their elements hold an {@code Instant}, and are as large from the
 * start as a damaged count says.
 */
final class RecordModel extends SpecificData {
  static final RecordModel INSTANCE = new RecordModel();

  /**
   * For reading records with times, for which Avro generates no coders of their own: its fast
   * reader, a third quicker, takes no other model than Avro's own, so only where no arrays are.
   */
  private static final SpecificData FAST = fast();

  /** More elements than this are rare; a list grows by itself. */
  private static final int MOST_ELEMENTS_AT_START = 64;

  private RecordModel() {
    addLogicalTypeConversion(new TimestampMillisConversion());
  }

  /** The model with which records of this schema are read. */
  static SpecificData reading(Schema schema) {
    String json = schema.toString();
    return json.contains("\"timestamp-millis\"") && !json.contains("\"array\"") ? FAST : INSTANCE;
  }

  private static SpecificData fast() {
    SpecificData model = new SpecificData();
    model.addLogicalTypeConversion(new TimestampMillisConversion());
    model.setFastReaderEnabled(true);
    model.setCustomCoders(false); // where they are asked for, the fast reader stands back
    return model;
  }

  @Override
  public Object newArray(@Nullable Object old, int size, Schema schema) {
    if (old instanceof Collection<?> reused) {
      reused.clear();
      return reused;
    }
    return new ArrayList<>(Math.min(size, MOST_ELEMENTS_AT_START));
  }
}
