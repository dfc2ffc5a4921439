package org.stswatch.ops;

import org.stswatch.event.RejectReason;

/**
 * A record that must not be processed.
 *
 * @param reason that its reject has to give
 * @param receivedMs its time of receipt
 */
record Poison(RejectReason reason, long receivedMs, byte[] key, byte[] value) {}
