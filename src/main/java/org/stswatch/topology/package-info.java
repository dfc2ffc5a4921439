/** The whole system on one page, and its settings. */
@NullMarked
package org.stswatch.topology;

import org.jspecify.annotations.NullMarked;
