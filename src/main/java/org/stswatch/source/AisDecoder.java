package org.stswatch.source;

import dk.dma.ais.binary.SixbitException;
import dk.dma.ais.message.AisMessage;
import dk.dma.ais.message.AisMessageException;
import dk.dma.ais.sentence.SentenceException;
import dk.dma.ais.sentence.Vdm;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.RejectReason;
import org.stswatch.event.SourceRef;
import org.stswatch.event.StatementSource;

/** Turns the payload of an AIS message into items. The bits are decoded by AisLib. */
final class AisDecoder {
  private static final String SYSTEM = Format.NMEA.spelling();
  private static final Set<Integer> WITH_POSITION = Set.of(1, 2, 3, 4, 9, 11, 18, 19, 21, 27);
  private static final Set<Integer> WITH_STATICS = Set.of(5, 19, 24);
  private static final int LAST_TYPE = 27;

  /** Class B states its name in one message and the rest in another. */
  private static final int TYPE_IN_PARTS = 24;

  /** Type, repeat indicator and MMSI: less is no message. */
  private static final int HEAD_BITS = 38;

  /** Decodes one message; it becomes one item, or a sighting and a statement. */
  void decode(Assembler.Message message, Optional<Instant> assumeTime, Line line, Sink sink)
      throws Refusal {
    int type = AisPayload.type(message.payload());
    int bits = 6 * message.payload().length() - message.fillBits();
    if (type < 1 || type > LAST_TYPE) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, "AIS message type " + type);
    }
    if (bits < HEAD_BITS) {
      throw new Refusal(RejectReason.TRUNCATED, "message of " + bits + " bits");
    }
    if (!WITH_POSITION.contains(type) && !WITH_STATICS.contains(type)) {
      sink.unused();
      return;
    }
    AisMessage decoded = decoded(AisPayload.fitted(type, message.payload(), message.fillBits()));
    give(decoded, time(message.heard(), assumeTime), message.heard(), line, sink);
  }

  private void give(
      AisMessage message, @Nullable Long receivedMs, Heard heard, Line line, Sink sink)
      throws Refusal {
    PositionReport report = AisFields.position(message);
    String origin = line.origin();
    StaticData statics = AisFields.statics(message);
    boolean sighted = report != null && report.hasPosition();
    if (!sighted && (statics == null || statics.isEmpty())) {
      sink.unused();
      return;
    }
    if (receivedMs == null) {
      throw new Refusal(
          RejectReason.MISSING_TIME, "no time with the sentence, and none assumed (--assume-time)");
    }
    StatementSource source = new StatementSource(SYSTEM, heard.station(), null, origin);
    String mmsi = AisFields.mmsi(message);
    if (report != null && sighted) {
      report.observedAtMs =
          heard.atMs() == null
              ? receivedMs
              : UtcSecond.sentAtMs(receivedMs, AisFields.utcSecond(message));
      sink.sighted(report, new SourceRef(SYSTEM, heard.station(), null, origin));
      if (statics != null && !statics.isEmpty()) {
        sink.statedBeside(statics.statement(mmsi, receivedMs, source));
      }
    } else if (statics != null && message.getMsgId() == TYPE_IN_PARTS) {
      sink.statedInPart(statics.statement(mmsi, receivedMs, source));
    } else if (statics != null) {
      sink.stated(statics.statement(mmsi, receivedMs, source));
    }
  }

  private static @Nullable Long time(Heard heard, Optional<Instant> assumeTime) {
    return heard.atMs() != null ? heard.atMs() : assumeTime.map(Instant::toEpochMilli).orElse(null);
  }

  private static AisMessage decoded(AisPayload payload) throws Refusal {
    try {
      Vdm vdm = new Vdm();
      vdm.parse(payload.sentence());
      return AisMessage.getInstance(vdm);
    } catch (SentenceException | AisMessageException | SixbitException e) {
      throw new Refusal(RejectReason.UNKNOWN_FORMAT, String.valueOf(e.getMessage()));
    }
  }
}
