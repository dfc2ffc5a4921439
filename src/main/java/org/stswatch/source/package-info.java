/** The front door: files and streams in, sightings and statements out. */
@NullMarked
package org.stswatch.source;

import org.jspecify.annotations.NullMarked;
