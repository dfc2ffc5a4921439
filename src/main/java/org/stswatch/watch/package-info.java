/** Watch lists: who was listed on a day, and how surely it is the same ship or company. */
@NullMarked
package org.stswatch.watch;

import org.jspecify.annotations.NullMarked;
