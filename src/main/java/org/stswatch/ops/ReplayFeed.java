package org.stswatch.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.stswatch.event.Reject;
import org.stswatch.event.RejectReason;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.source.Item;
import org.stswatch.source.Messages;
import org.stswatch.source.OrderedStatements;
import org.stswatch.source.ReplayClock;
import org.stswatch.source.StatementFilter;

/**
 * Feeds files to a replay in two passes. The first finds the clock: what {@code receivedAt} would
 * have been. The second publishes, the claims between the sightings by the time of their
 * publication, so that no topic ever runs backwards. Used once.
 */
final class ReplayFeed {
  private final List<Messages> inputs;
  private final Window window;
  private final ClaimQueue claims;
  private final ListedClaims listed;
  private final ReplayClock clock;
  private final ReplaySurvey survey;
  private final OrderedStatements statements;
  private final StopSignal stop;
  private final FeedCounts counts = new FeedCounts();
  private final StatementFilter filter = new StatementFilter();
  private long receivedAtMs = Long.MIN_VALUE;

  private ReplayFeed(
      List<? extends Messages> inputs,
      Window window,
      ClaimQueue claims,
      ListedClaims listed,
      ReplaySurvey survey,
      StopSignal stop) {
    this.inputs = List.copyOf(inputs);
    this.window = window;
    this.claims = claims;
    this.listed = listed;
    this.survey = survey;
    this.clock = survey.clock();
    this.statements = new OrderedStatements(survey.disorder(), survey.order()::isSteady);
    this.stop = stop;
  }

  /** The first pass. */
  static ReplayFeed survey(
      List<? extends Messages> inputs,
      List<Claim> claims,
      ListedClaims listed,
      Window window,
      StopSignal stop,
      LongConsumer progress)
      throws IOException {
    ReplaySurvey survey = ReplaySurvey.of(inputs, window, stop, progress);
    ClaimQueue queue = new ClaimQueue();
    Stream.concat(claims.stream(), listed.claims().stream())
        .filter(claim -> window.to().map(claim.publishedAt()::isBefore).orElse(true))
        .forEach(queue::add);
    return new ReplayFeed(inputs, window, queue, listed, survey, stop);
  }

  /** How long after its observation the latest sighting comes. */
  Duration lateness() {
    return clock.lateness();
  }

  /** How many sightings the second pass will publish, to show progress. */
  long sightings() {
    return survey.sightings();
  }

  FeedCounts counts() {
    return counts;
  }

  /** The second pass: publishes all, then END. */
  void publish(Outlet to, Pace pace, LongConsumer progress) throws IOException {
    clock.rewind();
    counts.claims += claims.size();
    listed.count(counts);
    for (Messages input : inputs) {
      input.read(
          item -> {
            take(item, to, pace);
            progress.accept(to.published());
          },
          counts.tally);
    }
    statements.rest().forEach(stated -> publish(stated, to, pace));
    claimsUntil(Long.MAX_VALUE, to, pace);
    listed.refused().forEach(reject -> to.reject(reject, Math.max(receivedAtMs, 0)));
    to.end(Math.max(receivedAtMs, 0));
  }

  private void take(Item item, Outlet to, Pace pace) {
    stop.check();
    if (item instanceof Item.Sighted sighted) {
      sighted(sighted, to, pace);
    } else if (item instanceof Item.Stated stated) {
      stated(stated, to, pace);
    } else if (item instanceof Item.Refused refused) {
      counts.rejected++;
      to.reject(refused.reject(), clock.now());
    } else {
      counts.unused++;
    }
  }

  private void sighted(Item.Sighted sighted, Outlet to, Pace pace) {
    long observedAtMs = sighted.observedAtMs();
    if (!window.contains(observedAtMs)) {
      counts.outside++;
    } else if (Claim.isDetection(sighted.sourceKind())) {
      claims.add(Claim.detection(sighted.sighting()));
    } else if (clock.extreme(observedAtMs)) {
      counts.rejected++;
      to.reject(extreme(sighted.sighting()), clock.now());
    } else {
      advance(clock.receive(observedAtMs), to, pace);
      to.publish(sighted.sighting(), receivedAtMs);
      heard(sighted.vesselKey(), observedAtMs, to, pace);
    }
  }

  private void stated(Item.Stated stated, Outlet to, Pace pace) {
    boolean extreme = clock.extreme(stated.statedAtMs());
    if (!window.contains(stated.statedAtMs())) {
      counts.outside += stated.message() ? 1 : 0;
    } else if (extreme && stated.message()) {
      send(stated.statement(), to, pace); // has no place in the order of time: as it is
    } else if (!extreme) {
      counts.unused += !statements.add(stated) && stated.message() ? 1 : 0;
      heard(stated.mmsi(), stated.statedAtMs(), to, pace);
    } // else her row was rejected
  }

  private void heard(String vessel, long atMs, Outlet to, Pace pace) {
    for (Item.Stated stated : statements.heard(vessel, atMs)) {
      publish(stated, to, pace);
    }
  }

  private void publish(Item.Stated stated, Outlet to, Pace pace) {
    var news = filter.publish(stated);
    news.ifPresent(statement -> send(statement, to, pace));
    counts.unused += news.isEmpty() && stated.message() ? 1 : 0;
    counts.beside += news.isPresent() && !stated.message() ? 1 : 0;
  }

  private void send(VoyageStatement statement, Outlet to, Pace pace) {
    advance(clock.now(), to, pace);
    to.publish(statement, receivedAtMs);
  }

  /** Lets the claims of the time between go first, and keeps the pace. */
  private void advance(long toMs, Outlet to, Pace pace) {
    claimsUntil(toMs, to, pace);
    step(Math.max(receivedAtMs, toMs), pace);
  }

  private void claimsUntil(long untilMs, Outlet to, Pace pace) {
    for (Claim next = claims.next(untilMs); next != null; next = claims.next(untilMs)) {
      step(Math.max(receivedAtMs, next.publishedAt().toEpochMilli()), pace);
      to.publish(next.record(), receivedAtMs);
    }
  }

  private void step(long nextMs, Pace pace) {
    Duration wait =
        receivedAtMs == Long.MIN_VALUE ? Duration.ZERO : pace.pause(receivedAtMs, nextMs);
    receivedAtMs = nextMs;
    if (!wait.isZero() && stop.isRequestedWithin(wait)) {
      throw Failure.interrupted();
    }
  }

  private static Reject extreme(VesselSighting sighting) {
    var source = sighting.getSource();
    String origin = source == null ? null : source.getOrigin();
    String detail = "observedAt " + sighting.getObservedAt() + " is far from the rest of the input";
    ByteBuffer raw =
        ByteBuffer.wrap(RecordJson.line(RecordJson.of(sighting)).getBytes(StandardCharsets.UTF_8));
    return new Reject(
        RejectReason.EXTREME,
        detail,
        origin == null ? sighting.getSightingId() : origin,
        raw,
        sighting.getVesselKey(),
        null);
  }
}
