package org.stswatch.stream;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.jspecify.annotations.Nullable;

/** What a task tells its processors and its store; whatever else they asked would be an error. */
final class SimulatedContext {
  private SimulatedContext() {}

  @SuppressWarnings("unchecked")
  static ProcessorContext<String, SpecificRecord> of(
      TaskId task,
      Map<String, StageStore> stores,
      StreamsMetrics metrics,
      Supplier<@Nullable RecordMetadata> at,
      Map<String, Long> besideOffsets,
      Consumer<Record<String, SpecificRecord>> out) {
    return (ProcessorContext<String, SpecificRecord>)
        proxy(
            InternalProcessorContext.class,
            (method, arguments) ->
                switch (method) {
                  case "taskId" -> task;
                  case "metrics" -> metrics;
                  case "recordMetadata" -> Optional.ofNullable(at.get());
                  case "getStateStore" -> known(stores, (String) arguments[0]);
                  case "processorMetadataForKey" -> besideOffsets.get((String) arguments[0]);
                  case "addProcessorMetadataKeyValue" ->
                      besideOffsets.put((String) arguments[0], (Long) arguments[1]);
                  case "commit" -> null; // asked for, not promised: the seed says when
                  case "forward" -> {
                    out.accept((Record<String, SpecificRecord>) arguments[0]);
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method);
                });
  }

  static StateStoreContext ofStore(TaskId task) {
    return (StateStoreContext)
        proxy(
            StateStoreContext.class,
            (method, arguments) -> {
              if (method.equals("taskId")) {
                return task;
              }
              throw new UnsupportedOperationException(method);
            });
  }

  static StreamsMetrics metrics() {
    Metrics metrics = new Metrics();
    return (StreamsMetrics)
        proxy(
            StreamsMetrics.class,
            (method, arguments) ->
                switch (method) {
                  case "addSensor" -> metrics.sensor((String) arguments[0]);
                  case "removeSensor" -> {
                    metrics.removeSensor(((Sensor) arguments[0]).name());
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method);
                });
  }

  private static StageStore known(Map<String, StageStore> stores, String name) {
    StageStore store = stores.get(name);
    if (store == null) {
      throw new IllegalStateException(name + " is no store of this task: " + stores.keySet());
    }
    return store;
  }

  private interface Answer {
    @Nullable Object to(String method, Object[] arguments);
  }

  private static Object proxy(Class<?> type, Answer answer) {
    return Proxy.newProxyInstance(
        SimulatedContext.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> answer.to(method.getName(), arguments));
  }
}
