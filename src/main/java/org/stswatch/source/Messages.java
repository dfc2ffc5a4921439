package org.stswatch.source;

import java.io.IOException;
import java.util.function.Consumer;

/** Messages that can be read any number of times, each time the same in the same order. */
public interface Messages {
  /**
   * Reads all messages, in order. What is damaged becomes a {@link Item.Refused}.
   *
   * @throws IOException when they cannot be read
   */
  void read(Consumer<Item> to, Tally tally) throws IOException;
}
