package org.stswatch.source;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceRef;
import org.stswatch.event.VoyageStatement;

/** Where decoders put items: hands them on, and counts each message once. */
final class Sink {
  /** As much of the raw input as a reject carries. */
  static final int MAX_RAW_BYTES = 64 * 1024;

  private final Consumer<Item> to;
  private final Tally tally;

  Sink(Consumer<Item> to, Tally tally) {
    this.to = to;
    this.tally = tally;
  }

  void skip() {
    tally.skip();
  }

  /** A report with a position, which is checked here and may not change any more. */
  void sighted(PositionReport report, SourceRef source) throws Refusal {
    sighted(report, () -> source);
  }

  /** The same, with a source that is named only when somebody asks. */
  void sighted(PositionReport report, Supplier<SourceRef> source) throws Refusal {
    report.checkPosition();
    tally.message();
    to.accept(new Item.Sighted(report, source));
  }

  /** A statement, of its own or beside a sighting that was counted already. */
  void stated(Item.Stated stated) {
    if (stated.message()) {
      tally.message();
    }
    to.accept(stated);
  }

  /** A statement that is a message of its own. */
  void stated(VoyageStatement statement) {
    stated(new Item.Stated(statement, true, false));
  }

  /** A statement that is a message of its own and gives a part of what the vessel says. */
  void statedInPart(VoyageStatement statement) {
    stated(new Item.Stated(statement, true, true));
  }

  /** A statement beside a sighting of the same message, which was counted already. */
  void statedBeside(VoyageStatement statement) {
    stated(new Item.Stated(statement, false, false));
  }

  void unused() {
    tally.message();
    to.accept(new Item.Unused());
  }

  void refused(Line line, Refusal refusal) {
    refused(refusal, line.origin(), line.copy(MAX_RAW_BYTES));
  }

  void refused(Line line, RejectReason reason, String detail) {
    refused(line, new Refusal(reason, detail));
  }

  void refused(Refusal refusal, String origin, byte[] raw) {
    tally.message();
    ByteBuffer bytes = ByteBuffer.wrap(raw, 0, Math.min(raw.length, MAX_RAW_BYTES)).slice();
    to.accept(
        new Item.Refused(
            new Reject(refusal.reason(), refusal.detail(), origin, bytes, null, null)));
  }
}
