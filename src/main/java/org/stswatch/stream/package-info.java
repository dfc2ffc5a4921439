/**
 * The one room that knows Kafka Streams: topics, serdes, watermarks, the adapter of a Step,
 * failures.
 */
@NullMarked
package org.stswatch.stream;

import org.jspecify.annotations.NullMarked;
