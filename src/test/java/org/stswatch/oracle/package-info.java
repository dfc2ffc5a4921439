/** What a batch program finds in the same input: the measure of the stream. */
@NullMarked
package org.stswatch.oracle;

import org.jspecify.annotations.NullMarked;
