package org.stswatch.support;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.stream.PublicSerializer;
import org.stswatch.stream.Topic;
import org.stswatch.stream.Topics;

/** Where each kind of input goes, and in which form. */
public final class Inputs {
  private final PublicSerializer<VesselSighting> sightings;
  private final PublicSerializer<VoyageStatement> statements;
  private final PublicSerializer<VesselReport> reports;
  private final PublicSerializer<WatchlistEntry> entries;

  /** Of subjects that this registry knows. */
  public Inputs(SchemaRegistryClient registry) {
    sightings = new PublicSerializer<>(VesselSighting.class, registry);
    statements = new PublicSerializer<>(VoyageStatement.class, registry);
    reports = new PublicSerializer<>(VesselReport.class, registry);
    entries = new PublicSerializer<>(WatchlistEntry.class, registry);
  }

  /** A message with its topic and key. */
  public record Message(Topic topic, String key, byte[] value) {}

  /** The message for an input. */
  public Message of(SpecificRecord input, Topics topics) {
    if (input instanceof VesselSighting s) {
      return message(topics.sightings(), s.getVesselKey(), sightings, s);
    } else if (input instanceof VoyageStatement s) {
      return message(topics.voyageStatements(), s.getMmsi(), statements, s);
    } else if (input instanceof VesselReport r) {
      return message(topics.reports(), r.getReportId(), reports, r);
    } else if (input instanceof WatchlistEntry e) {
      return message(topics.watchlist(), e.getEntryId(), entries, e);
    }
    throw new IllegalArgumentException("no input: " + input.getClass());
  }

  private static <T extends SpecificRecord> Message message(
      Topic topic, String key, PublicSerializer<T> serializer, T record) {
    byte[] value = serializer.serialize(topic.name(), record);
    return new Message(topic, key, java.util.Objects.requireNonNull(value));
  }
}
