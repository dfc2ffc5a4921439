package org.stswatch.detect;

import org.jspecify.annotations.Nullable;

/**
 * What a kind of evidence says.
 *
 * @param unit of its value and threshold; null where it has none
 * @param weights what it may weigh, log-odds
 * @param meaning in half a sentence
 * @param source why it weighs that, and whence it comes
 */
record Meaning(@Nullable String unit, String weights, String meaning, String source) {}
