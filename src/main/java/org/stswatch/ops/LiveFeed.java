package org.stswatch.ops;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.stswatch.source.Input;
import org.stswatch.source.Item;
import org.stswatch.source.StatementFilter;

/** Publishes inputs as they come, without a time of receipt: the broker sets it. */
final class LiveFeed {
  private final Publisher to;
  private final StopSignal stop;
  private final FeedCounts counts = new FeedCounts();
  private final StatementFilter filter = new StatementFilter();

  LiveFeed(Publisher to, StopSignal stop) {
    this.to = to;
    this.stop = stop;
  }

  FeedCounts counts() {
    return counts;
  }

  /** Publishes all of one input. */
  void read(Input input, LongConsumer progress) throws IOException {
    input.read(
        item -> {
          stop.check();
          take(item);
          progress.accept(counts.tally.lines());
        },
        counts.tally);
  }

  /** Publishes claims, in their order. */
  void claims(List<Claim> claims) {
    for (Claim claim : claims) {
      to.publish(claim.record(), null);
      counts.claims++;
    }
  }

  /** Publishes entries of watch lists, and refuses what could not be read of them. */
  void claims(ListedClaims listed) {
    claims(listed.claims());
    listed.count(counts);
    listed.refused().forEach(reject -> to.reject(reject, null));
  }

  private void take(Item item) {
    if (item instanceof Item.Sighted sighted) {
      to.publish(sighted.sighting(), null);
    } else if (item instanceof Item.Stated stated) {
      var news = filter.publish(stated);
      news.ifPresent(statement -> to.publish(statement, null));
      counts.unused += news.isEmpty() && stated.message() ? 1 : 0;
    } else if (item instanceof Item.Refused refused) {
      counts.rejected++;
      to.reject(refused.reject(), null);
    } else {
      counts.unused++;
    }
  }
}
