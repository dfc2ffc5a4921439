package org.stswatch.port;

/**
 * The nearest port of the pack.
 *
 * @param port the port
 * @param distanceM great-circle distance to its point, metres, rounded
 */
public record NearestPort(Port port, int distanceM) {}
