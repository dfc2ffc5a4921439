/** Distances, cells and areas on the sphere. Pure. */
@NullMarked
package org.stswatch.geo;

import org.jspecify.annotations.NullMarked;
