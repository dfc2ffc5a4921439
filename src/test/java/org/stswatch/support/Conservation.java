package org.stswatch.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * No message goes astray: in = accepted + duplicate + late + rejected, in every partition, and
 * nothing comes behind a watermark, in any stage. Every test from input to result asserts it.
 */
public final class Conservation {
  /** Every stage that counts, the gate with the track. */
  private static final List<String> STAGES =
      List.of("cases", "dark", "meetings", "proximity", "reception", "track", "voyages");

  private static final List<String> ENDS = List.of("accepted", "duplicate", "late", "rejected");

  private Conservation() {}

  /** Asserts it of the manifest of a replay. */
  public static void assertHeld(JsonNode manifest) {
    JsonNode total = manifest.path("counts");
    assertThat(total.path("in").asLong()).isPositive().isEqualTo(sum(total));
    JsonNode stages = manifest.path("stages");
    assertThat(stages.fieldNames()).toIterable().containsExactlyElementsOf(STAGES);
    for (JsonNode stage : stages) {
      assertThat(stage.path("partitions")).isNotEmpty();
      for (JsonNode partition : stage.path("partitions")) {
        assertThat(partition.path("behindWatermark").asLong(-1)).isZero();
      }
    }
    JsonNode gate = stages.path("track");
    assertThat(gate.path("partitions")).hasSize(manifest.path("partitions").asInt());
    long in = 0;
    for (JsonNode partition : gate.path("partitions")) {
      assertThat(partition.path("in").asLong()).as("%s", partition).isEqualTo(sum(partition));
      in += partition.path("in").asLong();
    }
    // A message may hold a position and a statement, which the gate judges as two.
    assertThat(gate.path("in").asLong()).isEqualTo(in);
    assertThat(gate.path("duplicate")).isEqualTo(total.path("duplicate"));
    assertThat(gate.path("late")).isEqualTo(total.path("late"));
  }

  private static long sum(JsonNode counts) {
    return ENDS.stream().mapToLong(name -> counts.path(name).asLong()).sum();
  }

  /**
   * The counters of the processors of an application in this JVM, as anybody sees them: through
   * JMX. Summed over the stages, by partition of the input.
   */
  public static Map<Integer, Map<String, Long>> shown(String applicationId) {
    Map<Integer, Map<String, Long>> shown = new TreeMap<>();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      for (ObjectName bean : beans(server)) {
        boolean ours = bean.getKeyProperty("thread-id").startsWith(applicationId + "-");
        if (ours && Set.of("gate", "track").contains(bean.getKeyProperty("stage"))) {
          int partition = Integer.parseInt(bean.getKeyProperty("partition"));
          Map<String, Long> counts = shown.computeIfAbsent(partition, p -> new TreeMap<>());
          for (var attribute : server.getMBeanInfo(bean).getAttributes()) {
            Object value = server.getAttribute(bean, attribute.getName());
            counts.merge(attribute.getName(), ((Number) value).longValue(), Long::sum);
          }
        }
      }
    } catch (JMException e) {
      throw new AssertionError(e);
    }
    return shown;
  }

  /** One counter, summed over the partitions. */
  public static long shown(String applicationId, String counter) {
    return shown(applicationId).values().stream()
        .mapToLong(counts -> counts.getOrDefault(counter, 0L))
        .sum();
  }

  /** Asserts it of what the processors of an application in this JVM show, once they are idle. */
  public static void assertShown(String applicationId, int partitions) {
    Map<Integer, Map<String, Long>> shown = shown(applicationId);
    assertThat(shown).hasSize(partitions);
    shown.forEach(
        (partition, counts) ->
            assertThat(ENDS.stream().mapToLong(n -> Objects.requireNonNull(counts.get(n))).sum())
                .as("partition %d: %s", partition, counts)
                .isEqualTo(counts.get("in")));
    assertThat(behindWatermark(applicationId)).isZero();
  }

  /** How many stream threads have failed, and been replaced, in the processors of this JVM. */
  public static long failedThreads(String applicationId) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<Long> failed = new ArrayList<>();
    try {
      ObjectName all = new ObjectName("kafka.streams:type=stream-metrics,*");
      for (ObjectName bean : server.queryNames(all, null)) {
        boolean ours = bean.getKeyProperty("client-id").startsWith(applicationId + "-");
        for (var attribute : server.getMBeanInfo(bean).getAttributes()) {
          if (ours && attribute.getName().equals("failed-stream-threads")) {
            failed.add(((Number) server.getAttribute(bean, attribute.getName())).longValue());
          }
        }
      }
    } catch (JMException e) {
      throw new AssertionError(e);
    }
    assertThat(failed).as("processors of " + applicationId).isNotEmpty();
    return failed.stream().mapToLong(Long::longValue).sum();
  }

  private static long behindWatermark(String applicationId) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    long sum = 0;
    try {
      for (ObjectName bean : beans(server)) {
        if (bean.getKeyProperty("thread-id").startsWith(applicationId + "-")) {
          sum += ((Number) server.getAttribute(bean, "behindWatermark")).longValue();
        }
      }
    } catch (JMException e) {
      throw new AssertionError(e);
    }
    return sum;
  }

  private static Set<ObjectName> beans(MBeanServer server) throws JMException {
    return server.queryNames(new ObjectName("kafka.streams:type=sts-conservation,*"), null);
  }
}
