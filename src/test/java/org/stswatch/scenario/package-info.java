/** Scenarios as data: folders of src/test/scenarios, run through the whole topology. */
@NullMarked
package org.stswatch.scenario;

import org.jspecify.annotations.NullMarked;
