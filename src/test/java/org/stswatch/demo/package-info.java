/** Makes the constructed tracks of the demo. */
@NullMarked
package org.stswatch.demo;

import org.jspecify.annotations.NullMarked;
