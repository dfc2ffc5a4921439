/** Two vessels: cells, contacts, meetings, encounters. */
@NullMarked
package org.stswatch.encounter;

import org.jspecify.annotations.NullMarked;
