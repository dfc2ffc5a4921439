@NullMarked
package org.stswatch.support;

import org.jspecify.annotations.NullMarked;
