package org.stswatch.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.stswatch.detect.Detector;
import org.stswatch.detect.Detectors;
import org.stswatch.topology.Setting;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code describe}: detectors and settings, their defaults and why. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description =
        "Lists the detectors, and the settings with their default, unit, meaning and reason.")
@SuppressWarnings("NullAway.Init") // filled by picocli
final class DescribeCommand implements Callable<Integer> {
  static final class Form {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(names = "--markdown", description = "For documents.")
    private boolean markdown;
  }

  @Spec private CommandSpec spec;

  @ArgGroup private Form form = new Form();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(form.json ? RecordJson.line(json()) + "\n" : form.markdown ? markdown() : text());
    out.flush();
    return 0;
  }

  private static ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", ProgramVersion.get());
    ArrayNode detectors = json.putArray("detectors");
    for (Detector d : Detectors.all()) {
      ObjectNode detector = detectors.addObject();
      detector.put("name", d.name()).put("type", d.type()).put("summary", d.summary());
      d.misses().forEach(detector.putArray("misses")::add);
      d.sources().forEach(detector.putArray("sources")::add);
    }
    ArrayNode settings = json.putArray("settings");
    for (Setting s : Setting.values()) {
      settings
          .addObject()
          .put("key", s.key)
          .put("variable", LiveConfig.variable(s.key))
          .put("default", s.byDefault)
          .put("unit", s.kind.unit)
          .put("meaning", s.meaning)
          .put("reason", s.reason);
    }
    ArrayNode processor = json.putArray("processor");
    for (LiveConfig.Key k : LiveConfig.Key.values()) {
      processor
          .addObject()
          .put("key", k.key)
          .put("variable", LiveConfig.variable(k.key))
          .put("default", k.byDefault)
          .put("meaning", k.meaning);
    }
    return json;
  }

  private static String markdown() {
    StringBuilder text = new StringBuilder("| detector | type | finds | misses | sources |\n");
    text.append("|---|---|---|---|---|\n");
    for (Detector d : Detectors.all()) {
      text.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  d.name(),
                  d.type(),
                  d.summary(),
                  String.join(" ", d.misses()),
                  String.join(" ", d.sources())));
    }
    text.append("\n| setting | default | unit | meaning | reason |\n");
    text.append("|---|---|---|---|---|\n");
    for (Setting s : Setting.values()) {
      text.append(
          "| `%s` | `%s` | %s | %s | %s |%n"
              .formatted(s.key, s.byDefault, s.kind.unit, s.meaning, s.reason));
    }
    text.append("\n| setting of `run` | default | meaning |\n|---|---|---|\n");
    for (LiveConfig.Key k : LiveConfig.Key.values()) {
      text.append("| `%s` | `%s` | %s |%n".formatted(k.key, k.byDefault, k.meaning));
    }
    return text.toString();
  }

  private static String text() {
    TextTable settings = new TextTable("SETTING", "DEFAULT", "UNIT", "MEANING", "REASON");
    for (Setting s : Setting.values()) {
      settings.row(s.key, s.byDefault, s.kind.unit, s.meaning, s.reason);
    }
    TextTable processor = new TextTable("SETTING OF RUN", "DEFAULT", "MEANING");
    for (LiveConfig.Key k : LiveConfig.Key.values()) {
      processor.row(k.key, k.byDefault, k.meaning);
    }
    TextTable detectors = new TextTable("DETECTOR", "TYPE", "FINDS");
    for (Detector d : Detectors.all()) {
      detectors.row(d.name(), d.type(), d.summary());
    }
    return detectors + "\n" + settings + "\n" + processor;
  }
}
