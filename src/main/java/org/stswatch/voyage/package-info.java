/** One vessel's voyage: silences, port calls and loitering, in the order of time. */
@NullMarked
package org.stswatch.voyage;

import org.jspecify.annotations.NullMarked;
