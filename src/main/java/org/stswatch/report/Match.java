package org.stswatch.report;

import java.util.Optional;
import org.stswatch.event.VesselReport;

/**
 * A report that speaks of an encounter.
 *
 * @param report the report
 * @param by the strongest thing by which it names a party
 * @param doubt why it may speak of another encounter, if it may: then it is shown and weighs
 *     nothing
 */
public record Match(VesselReport report, Fit by, Optional<String> doubt) {}
