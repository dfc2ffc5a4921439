package org.stswatch.watch;

import org.jspecify.annotations.Nullable;

/**
 * Who a ship says it is, as far as lists know ships.
 *
 * @param imo IMO number as stated; one with a wrong check digit identifies nobody
 * @param mmsi MMSI of nine digits
 * @param name name as stated
 * @param lengthM length over all, metres
 */
public record Identity(
    @Nullable String imo, @Nullable String mmsi, @Nullable String name, @Nullable Double lengthM) {}
