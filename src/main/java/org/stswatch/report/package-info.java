/**
 * What reports say of an encounter: which of them speak of it, and who stands behind them. Pure.
 */
@NullMarked
package org.stswatch.report;

import org.jspecify.annotations.NullMarked;
