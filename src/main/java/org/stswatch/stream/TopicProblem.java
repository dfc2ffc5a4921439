package org.stswatch.stream;

/**
 * What is wrong with a topic, and what whoever owns it can do about it.
 *
 * @param what setting, value found and value wanted
 * @param fix what to do
 */
public record TopicProblem(String topic, String what, String fix) {

  /** A setting of Kafka that has another value. */
  static TopicProblem setting(String topic, String setting, String found, String wanted) {
    return new TopicProblem(
        topic,
        differs(setting, found, wanted),
        "kafka-configs.sh --bootstrap-server HOST:PORT --alter --entity-type topics"
            + " --entity-name %s --add-config %s=%s".formatted(topic, setting, wanted));
  }

  static TopicProblem partitions(String topic, int found, int wanted, String fix) {
    return new TopicProblem(topic, differs("partitions", "" + found, "" + wanted), fix);
  }

  static TopicProblem missing(String topic, String fix) {
    return new TopicProblem(topic, "is missing", fix);
  }

  private static String differs(String setting, String found, String wanted) {
    return "%s is %s, must be %s".formatted(setting, found, wanted);
  }

  @Override
  public String toString() {
    return "topic " + topic + ": " + what;
  }
}
