package org.stswatch.stream;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** The subjects of the public topics in the schema registry. */
public final class PublicSubjects {
  private final SchemaRegistryClient registry;

  public PublicSubjects(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Registers the value schema of each Avro topic, and its compatibility; what is registered
   * already stays as it is.
   *
   * @throws IllegalStateException if the registry refuses a schema as incompatible
   * @throws RegistryOutageException if the registry could not be asked
   */
  public void register(List<Topic> topics) {
    Collection<String> existing = all();
    for (Topic topic : topics) {
      topic
          .value()
          .ifPresent(
              type -> register(topic.subject(), new AvroSchema(PublicSchema.of(type)), existing));
    }
  }

  /** Deletes the subjects that start so; their ids stay readable. */
  void delete(List<String> prefixes) {
    for (String subject : all()) {
      if (prefixes.stream().anyMatch(subject::startsWith)) {
        ask(subject, () -> registry.deleteSubject(subject));
      }
    }
  }

  private Collection<String> all() {
    return ask("its subjects", registry::getAllSubjects);
  }

  private void register(String subject, AvroSchema schema, Collection<String> existing) {
    if (existing.contains(subject)) {
      ask(subject, () -> registry.updateCompatibility(subject, Registry.COMPATIBILITY));
      ask(subject, () -> registry.register(subject, schema));
    } else { // a level can be set only for a subject that exists (Apicurio)
      ask(subject, () -> registry.register(subject, schema));
      ask(subject, () -> registry.updateCompatibility(subject, Registry.COMPATIBILITY));
    }
  }

  private static <R> R ask(String what, Call<R> call) {
    try {
      return call.run();
    } catch (IOException e) {
      throw Registry.outage(what, e);
    } catch (RestClientException e) {
      if (Registry.isOutage(e) || Registry.isUnknownSchema(e)) {
        throw Registry.outage(what, e);
      }
      throw new IllegalStateException(
          "the schema registry refuses the schema of " + what + ": " + e.getMessage(), e);
    }
  }

  private interface Call<R> {
    R run() throws IOException, RestClientException;
  }
}
