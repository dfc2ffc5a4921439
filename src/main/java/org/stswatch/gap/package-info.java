/** Silences and who was heard meanwhile. */
@NullMarked
package org.stswatch.gap;

import org.jspecify.annotations.NullMarked;
