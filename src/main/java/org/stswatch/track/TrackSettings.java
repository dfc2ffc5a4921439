package org.stswatch.track;

import java.time.Duration;

/**
 * How one vessel's fixes become samples.
 *
 * @param split whether a shared MMSI is split into segments
 * @param gridStep distance of the grid times, from the epoch on
 * @param maxInterpolationGap no sample between fixes further apart in time
 * @param sampleMaxKn ways faster than this give no sample, knots
 */
public record TrackSettings(
    boolean split, Duration gridStep, Duration maxInterpolationGap, double sampleMaxKn) {}
