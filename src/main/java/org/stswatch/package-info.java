/** STS Watch: see docs/ARCHITECTURE.md. */
@NullMarked
package org.stswatch;

import org.jspecify.annotations.NullMarked;
