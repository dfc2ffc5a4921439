package org.stswatch.stream;

/**
 * Kafka Streams is about to use a corrupted task again. It must not: the thread has to be replaced,
 * and with it every task object.
 *
 * <p>A task of Kafka Streams 4.3.1 that is revived still knows up to where it had read before its
 * transaction was aborted ({@code StreamTask.consumedOffsets} and {@code
 * nextOffsetsAndMetadataToBeConsumed} are never cleared). A commit before all its partitions have
 * been polled again commits these offsets, and if the next abort comes before the records have,
 * they are skipped for ever.
 */
public final class RevivedTaskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RevivedTaskException(String task) {
    super("task " + task + " was given up and must begin anew");
  }
}
