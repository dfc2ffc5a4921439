package org.stswatch.report;

import org.jspecify.annotations.Nullable;
import org.stswatch.vessel.ShipType;

/**
 * A party of an encounter as a report can know it. All but the key is what somebody stated.
 *
 * @param key vessel key of the sightings
 * @param mmsi the key, where it is an MMSI
 * @param imo IMO number as stated
 * @param name name as stated
 * @param type class of the AIS ship type
 * @param flag ISO 3166 alpha-2
 */
public record Hull(
    String key,
    @Nullable String mmsi,
    @Nullable String imo,
    @Nullable String name,
    ShipType type,
    @Nullable String flag) {}
