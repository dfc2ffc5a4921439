/** Identity of vessels: MMSI, IMO number, flag, ship type, pairs. Pure. */
@NullMarked
package org.stswatch.vessel;

import org.jspecify.annotations.NullMarked;
