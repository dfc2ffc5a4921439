/** One vessel: its fixes, segments and samples. */
@NullMarked
package org.stswatch.track;

import org.jspecify.annotations.NullMarked;
