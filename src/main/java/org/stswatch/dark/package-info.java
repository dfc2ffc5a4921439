/** Meetings out of sight: who was silent while another one waited, or was silent as well. */
@NullMarked
package org.stswatch.dark;

import org.jspecify.annotations.NullMarked;
