package org.stswatch.topology;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.VesselReport;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.gap.Lookout;
import org.stswatch.stream.GateSettings;
import org.stswatch.stream.PublicDecoder;
import org.stswatch.stream.TimeSettings;
import org.stswatch.stream.Topics;

/** What comes in, by topic, and on which edge its time travels. */
final class Doorway {
  private Doorway() {}

  static GateSettings settings(
      TimeSettings time, Partitions partitions, Topics topics, SchemaRegistryClient registry) {
    return new GateSettings(
        time,
        partitions.input(),
        "track",
        Map.of(
            topics.sightings().name(),
            new GateSettings.Input(
                "track", false, true, new PublicDecoder<>(VesselSighting.class, registry)),
            topics.voyageStatements().name(),
            claims(VoyageStatement.class, registry),
            topics.watchlist().name(),
            claims(WatchlistEntry.class, registry),
            topics.reports().name(),
            claims(VesselReport.class, registry)),
        new Lookout()::tell);
  }

  private static GateSettings.Input claims(
      Class<? extends SpecificRecord> type, SchemaRegistryClient registry) {
    return new GateSettings.Input("claims", true, false, new PublicDecoder<>(type, registry));
  }
}
