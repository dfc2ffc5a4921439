/** One file per detector: facts in, a signal out. */
@NullMarked
package org.stswatch.detect;

import org.jspecify.annotations.NullMarked;
