package org.stswatch.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The schema of a generated class as it stands in {@code schemas/}. */
public final class PublicSchema {
  // What the code generator adds for Java alone; no subscriber should see it in the registry.
  private static final String JAVA_STRING = ",\"avro.java.string\":\"String\"";
  private static final Map<Class<?>, Schema> CACHE = new ConcurrentHashMap<>();

  private PublicSchema() {}

  /** The schema that is registered for values of this class. */
  public static Schema of(Class<? extends SpecificRecord> type) {
    return CACHE.computeIfAbsent(type, PublicSchema::withoutJavaStrings);
  }

  private static Schema withoutJavaStrings(Class<?> type) {
    Schema generated = SpecificData.getForClass(type).getSchema(type);
    return new Schema.Parser().parse(generated.toString().replace(JAVA_STRING, ""));
  }
}
