package org.stswatch.ops;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * A topology as a Mermaid flow chart: topics, processors and stores, a box for each subtopology.
 */
final class Mermaid {
  private final StringBuilder text = new StringBuilder("flowchart LR\n");
  private final StringBuilder edges = new StringBuilder();
  private final Map<String, String> ids = new HashMap<>();

  private Mermaid() {}

  static String of(TopologyDescription topology) {
    Mermaid chart = new Mermaid();
    topology.subtopologies().stream()
        .sorted((a, b) -> Integer.compare(a.id(), b.id()))
        .forEach(chart::box);
    return chart.text.append(chart.edges).toString();
  }

  private void box(Subtopology subtopology) {
    text.append("  subgraph s").append(subtopology.id()).append("[\"");
    text.append("subtopology ").append(subtopology.id()).append("\"]\n");
    subtopology.nodes().stream().sorted((a, b) -> a.name().compareTo(b.name())).forEach(this::node);
    text.append("  end\n");
  }

  private void node(Node node) {
    if (node instanceof Source source) {
      text.append("    ").append(id(node.name())).append("([").append(quoted(node.name()));
      text.append("])\n");
      topics(source).forEach(topic -> edge(topic(topic), id(node.name()), "-->"));
    } else {
      text.append("    ").append(id(node.name())).append('[').append(quoted(node.name()));
      text.append("]\n");
    }
    if (node instanceof Processor processor) {
      processor.stores().stream()
          .sorted()
          .forEach(store -> edge(id(node.name()), store(store), "-.-"));
    } else if (node instanceof Sink sink && sink.topic() != null) {
      edge(id(node.name()), topic(sink.topic()), "-->");
    }
    node.successors().stream()
        .map(Node::name)
        .sorted()
        .forEach(next -> edge(id(node.name()), id(next), "-->"));
  }

  private static Iterable<String> topics(Source source) {
    return source.topicSet() == null
        ? java.util.List.of()
        : source.topicSet().stream().sorted().toList();
  }

  private String topic(String name) {
    return id("topic " + name) + "[/" + quoted(name) + "/]";
  }

  private String store(String name) {
    return id("store " + name) + "[(" + quoted(name) + ")]";
  }

  private void edge(String from, String to, String arrow) {
    edges.append("  ").append(from).append(' ').append(arrow).append(' ').append(to).append('\n');
  }

  private String id(String name) {
    return ids.computeIfAbsent(name, n -> "n" + ids.size());
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }
}
