/** Command line, embedded cluster, output files. Imported by nobody. */
@NullMarked
package org.stswatch.ops;

import org.jspecify.annotations.NullMarked;
