package org.stswatch.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Tick;
import org.stswatch.stream.Counters.Name;
import org.stswatch.stream.Inlets.Inlet;
import org.stswatch.vessel.Stations;

/**
 * The first node: bytes become events or rejects, the time of receipt becomes a watermark. Event
 * time is the highest time of receipt of the partition less the allowed lateness and the clock
 * margin, so no sender can move it.
 *
 * <p>Counts always balance: in = accepted + duplicate + late + rejected, where the track says which
 * of those passed on are duplicates.
 */
final class Gate implements Processor<byte[], byte[], String, SpecificRecord> {
  /**
   * Largest message, and largest part of a bad one that is kept, bytes. A statement with its
   * companies takes a few KB; what is larger may, compressed, pass the broker and then be too large
   * for the topics behind the gate, where no record may stop the processor.
   */
  static final int MESSAGE_BYTES = 64 * 1024;

  /** Largest key, bytes, and what is kept of one: ids of messages take a few dozen. */
  static final int KEY_BYTES = 256;

  /** Fixes are whole seconds; what is as late as allowed passes, so no watermark may include it. */
  private static final int SECOND_MS = 1000;

  private final GateSettings settings;
  private final Serde<SpecificRecord> serde;
  private final Judge judge;
  private Inlets inlets;
  private ProcessorContext<String, SpecificRecord> context;
  private StageStore kept;
  private TaskCounters all;

  @SuppressWarnings("NullAway.Init") // init() is the constructor of a task
  Gate(GateSettings settings, Serde<SpecificRecord> serde) {
    this.settings = settings;
    this.serde = serde;
    this.judge = new Judge(settings.time());
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
    kept = context.getStateStore(settings.store());
    kept.begin(context);
    StepStore store = new StepStore(kept.entries(), serde);
    all = kept.counters(store);
    kept.beforeCommit("gate", () -> all.write(store));
    inlets = new Inlets(settings.inputs(), topic -> all.of("gate " + topic), context);
  }

  @Override
  public void close() {
    if (inlets != null) { // null when init() did not get so far
      inlets.close();
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    kept.worked(context);
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Inlet inlet = inlets.of(at.topic());
    Counters counters = inlet.counters;
    boolean end = record.value() == null && record.headers().lastHeader(Heartbeats.END) != null;
    if (end && !settings.time().live()) {
      counters.set(Name.ENDED, 1);
      endWhenAllHave(record.timestamp());
      return;
    }
    if (record.value() != null) {
      counters.add(Name.IN, 1);
      message(record, record.value(), at, inlet);
    } else if (end) {
      counters.add(Name.IN, 1);
      reject(
          record,
          new byte[0],
          at,
          counters,
          refusal(RejectReason.BAD_FRAME, "END on a live topic"));
    }
    if (record.timestamp() > counters.get(Name.HIGHEST_RECEIVED_MS)
        && Judge.isOfThisCentury(record.timestamp())) {
      counters.set(Name.HIGHEST_RECEIVED_MS, record.timestamp());
      passOn(inlet, watermark(inlet.input, record.timestamp()), record.timestamp());
    }
  }

  /** The counts that go with END are those of all topics, whichever is read faster. */
  private void endWhenAllHave(long timestamp) {
    if (inlets.all().stream().allMatch(i -> i.counters.get(Name.ENDED) == 1)) {
      inlets.all().forEach(i -> passOn(i, Watermarks.END, timestamp));
      context.commit(); // nothing more will come: the next stage need not wait for the interval
    }
  }

  private void message(
      Record<byte[], byte[]> record, byte[] value, RecordMetadata at, Inlet inlet) {
    Counters counters = inlet.counters;
    if (isOversize(record.key(), value)) {
      reject(record, value, at, counters, oversize(record.key(), value));
      return;
    }
    Decoded<?> decoded = inlet.input.decoder().decode(value);
    if (decoded instanceof Decoded.Poison<?> poison) {
      reject(record, value, at, counters, refusal(poison.reason(), poison.detail()));
      return;
    }
    SpecificRecord event = ((Decoded.Value<?>) decoded).record();
    Judge.Refusal refusal = refuse(record, at, event, counters.get(Name.HIGHEST_RECEIVED_MS));
    if (refusal != null) {
      reject(record, value, at, counters, refusal);
    } else if (event instanceof VesselSighting s && !Judge.isClaim(s)) {
      context.forward(new Record<>(Stations.trackKey(s), s, record.timestamp()));
    } else {
      counters.add(Name.ACCEPTED, 1);
      tell(event, text(record.key()), record.timestamp());
    }
  }

  /** A claim to all who judge by it, and what was seen to those near it. */
  private void tell(SpecificRecord claim, String key, long timestamp) {
    if (claim instanceof VesselSighting seen) {
      for (Result.Emit emit : settings.lookout().tell(seen, timestamp)) {
        context.forward(new Record<>(emit.key(), emit.value(), timestamp));
      }
    } else {
      context.forward(new Record<>(key, claim, timestamp));
    }
  }

  private Judge.@Nullable Refusal refuse(
      Record<byte[], byte[]> record, RecordMetadata at, SpecificRecord event, long highest) {
    if (!Judge.isOfThisCentury(record.timestamp())) {
      return refusal(RejectReason.EXTREME, "received " + Instant.ofEpochMilli(record.timestamp()));
    }
    if (record.timestamp() < highest - settings.time().clockMargin().toMillis()) {
      return refusal(
          RejectReason.CLOCK,
          "received "
              + Instant.ofEpochMilli(record.timestamp())
              + " after "
              + Instant.ofEpochMilli(highest));
    }
    byte[] key = record.key();
    if (key == null || Multicast.partitionOf(key, settings.partitions()) != at.partition()) {
      return refusal(
          RejectReason.MISPARTITIONED,
          "key " + text(key) + " in partition " + at.partition() + " of " + settings.partitions());
    }
    String own = Judge.keyOf(event);
    if (!own.equals(text(key))) {
      return refusal(RejectReason.MISPARTITIONED, "key " + text(key) + " of " + own);
    }
    return judge.refuse(event, record.timestamp());
  }

  private static boolean isOversize(byte @Nullable [] key, byte[] value) {
    return value.length > MESSAGE_BYTES || (key != null && key.length > KEY_BYTES);
  }

  private static Judge.Refusal oversize(byte @Nullable [] key, byte[] value) {
    return refusal(
        RejectReason.OVERSIZE,
        "key of %d bytes (at most %d), value of %d (at most %d)"
            .formatted(key == null ? 0 : key.length, KEY_BYTES, value.length, MESSAGE_BYTES));
  }

  private void reject(
      Record<byte[], byte[]> record,
      byte[] raw,
      RecordMetadata at,
      Counters counters,
      Judge.Refusal refusal) {
    counters.add(refusal.reason() == RejectReason.LATE ? Name.LATE : Name.REJECTED, 1);
    String origin = at.topic() + "-" + at.partition() + "@" + at.offset();
    Reject reject =
        Reject.newBuilder()
            .setReason(refusal.reason())
            .setDetail(refusal.detail())
            .setOrigin(origin)
            .setRaw(ByteBuffer.wrap(raw, 0, Math.min(raw.length, MESSAGE_BYTES)))
            .setRejectedKey(text(head(record.key())))
            .setReceivedAt(Instant.ofEpochMilli(record.timestamp()))
            .build();
    context.forward(new Record<>(origin, reject, record.timestamp()));
  }

  private long watermark(GateSettings.Input input, long receivedMs) {
    long lateMs = input.claims() ? 0 : settings.time().allowedLateness().toMillis();
    long stepMs = settings.time().tickStep().toMillis();
    long w = receivedMs - lateMs - settings.time().clockMargin().toMillis() - SECOND_MS;
    return Math.floorDiv(w, stepMs) * stepMs;
  }

  private void passOn(Inlet inlet, long watermarkMs, long timestamp) {
    long edgeMs = inlets.say(inlet, watermarkMs);
    if (edgeMs == Watermarks.NONE) {
      return;
    }
    GateSettings.Input input = inlet.input;
    int partition = input.withinTask() ? 0 : context.taskId().partition();
    int partitions = input.withinTask() ? 1 : settings.partitions();
    Tick tick = new Tick(input.edge(), partition, partitions, edgeMs);
    context.forward(new Record<>(input.edge(), tick, timestamp));
  }

  private static Judge.Refusal refusal(RejectReason reason, String detail) {
    return new Judge.Refusal(reason, detail);
  }

  private static byte @Nullable [] head(byte @Nullable [] key) {
    return key == null || key.length <= KEY_BYTES ? key : Arrays.copyOf(key, KEY_BYTES);
  }

  private static String text(byte @Nullable [] key) {
    return key == null ? "" : new String(key, java.nio.charset.StandardCharsets.UTF_8);
  }
}
