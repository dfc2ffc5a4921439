package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One condition on the way from sightings to an alert.
 *
 * @param name what is measured
 * @param value what was found; null where the way ended before
 * @param needed how the value is held against the threshold, such as "at most"; empty for context,
 *     which decides nothing
 * @param threshold null for context
 * @param unit of both
 * @param outcome what came of it
 */
record Gate(
    String name,
    @Nullable Number value,
    String needed,
    @Nullable Number threshold,
    String unit,
    Outcome outcome) {

  /** What came of a gate. */
  enum Outcome {
    PASSED,
    FAILED,
    CONTEXT,
    NOT_REACHED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static Gate atLeast(String name, @Nullable Number value, Number least, String unit) {
    boolean passed = value != null && value.doubleValue() >= least.doubleValue();
    return new Gate(name, value, "at least", least, unit, outcome(value, passed));
  }

  static Gate atMost(String name, @Nullable Number value, Number most, String unit) {
    boolean passed = value != null && value.doubleValue() <= most.doubleValue();
    return new Gate(name, value, "at most", most, unit, outcome(value, passed));
  }

  static Gate below(String name, @Nullable Number value, Number limit, String unit) {
    boolean passed = value != null && value.doubleValue() < limit.doubleValue();
    return new Gate(name, value, "below", limit, unit, outcome(value, passed));
  }

  static Gate above(String name, @Nullable Number value, Number limit, String unit) {
    boolean passed = value != null && value.doubleValue() > limit.doubleValue();
    return new Gate(name, value, "above", limit, unit, outcome(value, passed));
  }

  static Gate context(String name, @Nullable Number value, String unit) {
    return new Gate(
        name, value, "", null, unit, value == null ? Outcome.NOT_REACHED : Outcome.CONTEXT);
  }

  /** The same, decided by who decides it in the run. */
  Gate decided(boolean passed) {
    return new Gate(name, value, needed, threshold, unit, outcome(value, passed));
  }

  /** The same, where others decide as well. */
  Gate asContext() {
    return new Gate(name, value, needed, threshold, unit, Outcome.CONTEXT);
  }

  boolean failed() {
    return outcome == Outcome.FAILED;
  }

  private static Outcome outcome(@Nullable Number value, boolean passed) {
    if (value == null) {
      return Outcome.NOT_REACHED;
    }
    return passed ? Outcome.PASSED : Outcome.FAILED;
  }

  /** In a sentence. */
  String told() {
    return "%s is %s, %s %s %s needed"
        .formatted(name, shown(value), needed, shown(threshold), unit)
        .replace("  ", " ");
  }

  void addTo(TextTable table) {
    String limit = threshold == null ? "" : needed + " " + shown(threshold);
    table.row(name, shown(value), limit, unit, outcome.word());
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("gate", name);
    json.set("value", RecordJson.number(value));
    json.put("needed", needed);
    json.set("threshold", RecordJson.number(threshold));
    return json.put("unit", unit).put("outcome", outcome.name());
  }

  static String shown(@Nullable Number number) {
    if (number == null) {
      return "-";
    }
    return number instanceof Double d
        ? BigDecimal.valueOf(d).stripTrailingZeros().toPlainString()
        : number.toString();
  }
}
