package org.stswatch.stream;

import java.time.Duration;

/**
 * Event time.
 *
 * @param allowedLateness a sighting received later than this after it was observed is LATE
 * @param clockMargin how far a record may lie behind its partition's highest time of receipt
 * @param live whether FUTURE is judged and END refused
 * @param tickStep watermarks travel when they have moved by this
 */
public record TimeSettings(
    Duration allowedLateness, Duration clockMargin, boolean live, Duration tickStep) {}
