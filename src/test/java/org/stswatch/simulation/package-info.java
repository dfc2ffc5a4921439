/** The whole topology without a broker, under every fault that a seed can draw. */
@NullMarked
package org.stswatch.simulation;

import org.jspecify.annotations.NullMarked;
