package org.stswatch.detect;

import java.time.Instant;

/**
 * A listed ship that a party met before.
 *
 * @param vessel key of the party
 * @param listed the other one: her name, or her key where she stated none
 * @param words by what she was found on which list on the day of that meeting
 * @param met when that meeting was over
 */
public record Associate(String vessel, String listed, String words, Instant met) {}
