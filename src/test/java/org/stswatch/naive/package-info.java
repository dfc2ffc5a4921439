/**
 * What the watermark protocol is for: the same task in the words of Kafka Streams' own language,
 * which is right on one partition and wrong on two.
 */
@NullMarked
package org.stswatch.naive;

import org.jspecify.annotations.NullMarked;
