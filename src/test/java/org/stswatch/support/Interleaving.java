package org.stswatch.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;

/** What several writers wrote, each in its own order, in an order drawn by chance between them. */
public final class Interleaving {
  private Interleaving() {}

  public static <T> List<T> of(List<? extends List<T>> writers, Random random) {
    List<Queue<T>> left =
        writers.stream().map(ArrayDeque::new).collect(Collectors.toCollection(ArrayList::new));
    List<T> all = new ArrayList<>();
    left.removeIf(Queue::isEmpty);
    while (!left.isEmpty()) {
      all.add(left.get(random.nextInt(left.size())).remove());
      left.removeIf(Queue::isEmpty);
    }
    return all;
  }
}
