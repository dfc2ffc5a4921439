/** Ports of the reference pack. */
@NullMarked
package org.stswatch.port;

import org.jspecify.annotations.NullMarked;
