/** Signals about one subject become one alert. */
@NullMarked
package org.stswatch.alert;

import org.jspecify.annotations.NullMarked;
