package org.stswatch.detect;

/**
 * What the profile holds evidence against.
 *
 * @param maxDistanceM largest distance of two ships in contact, metres
 * @param minDurationMinutes shortest encounter, minutes
 * @param maxMedianSpeedKn median speed of each party stays below, knots
 * @param portRadiusM what counts as near a port, metres
 * @param shoreRadiusM what counts as near the shore, metres; 0 for nothing
 */
public record Thresholds(
    int maxDistanceM,
    int minDurationMinutes,
    double maxMedianSpeedKn,
    int portRadiusM,
    int shoreRadiusM) {}
