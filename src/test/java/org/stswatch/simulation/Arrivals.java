package org.stswatch.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.event.SourceRef;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.VoyageStatement;
import org.stswatch.event.WatchlistEntry;
import org.stswatch.scenario.World;

/**
 * When what is seen and said in a world is received: in order or late, once or more often, by the
 * clock of a broker or by that of a replay from a file.
 *
 * @param received in the order of receipt
 * @param lateness that is allowed
 */
record Arrivals(List<Received> received, Duration lateness) {
  private static final int MOST_LATENESS_S = 6 * 3600;

  /** A record on an input topic. */
  record Received(SpecificRecord message, long receivedMs) {
    boolean isSighting() {
      return message instanceof VesselSighting;
    }
  }

  private record Sent(SpecificRecord message, long observedMs, long arrivesMs) {}

  /**
   * Drawn for a world.
   *
   * @param margin by which the broker's clock may fall back
   */
  static Arrivals of(World world, Duration margin, Random random) {
    boolean inOrder = random.nextInt(4) == 0;
    int latenessS = inOrder ? 0 : random.nextInt(MOST_LATENESS_S + 1);
    int repeatedPercent = random.nextInt(21);
    boolean some = random.nextInt(3) == 0; // come too late
    List<Sent> sent = new ArrayList<>();
    for (VesselSighting s : world.sightings()) {
      boolean tooLate = some && random.nextInt(40) == 0;
      sent.add(sent(s, tooLate ? latenessS + 1 + random.nextInt(3600) : late(latenessS, random)));
      if (random.nextInt(100) < repeatedPercent) {
        sent.add(sent(random.nextBoolean() ? s : again(s), late(latenessS, random)));
      }
      if (some && random.nextInt(80) == 0) {
        long thenMs = s.getObservedAt().toEpochMilli();
        sent.add(new Sent(misdated(s), thenMs, thenMs));
      }
    }
    for (VoyageStatement s : world.statements()) {
      long observedMs = s.getObservedAt().toEpochMilli();
      sent.add(new Sent(s, observedMs, observedMs + random.nextInt(12 * 3_600_000)));
      if (random.nextInt(100) < repeatedPercent) {
        sent.add(new Sent(s, observedMs, observedMs + random.nextInt(12 * 3_600_000)));
      }
    }
    for (WatchlistEntry e : world.listed()) {
      long publishedMs = e.getPublishedAt().toEpochMilli();
      for (int times = 1 + world.further().nextInt(2); times > 0; times--) {
        int lateMs = world.further().nextInt(30 * 3_600_000);
        sent.add(new Sent(e, publishedMs, publishedMs + lateMs));
      }
    }
    sent.sort(Comparator.comparingLong(Sent::arrivesMs));
    return random.nextBoolean()
        ? live(sent, latenessS, random.nextBoolean() ? margin : Duration.ZERO, random)
        : fromFile(sent);
  }

  /** The broker's clock, which may fall back. */
  private static Arrivals live(List<Sent> sent, int latenessS, Duration margin, Random random) {
    long now = Long.MIN_VALUE;
    List<Received> received = new ArrayList<>();
    for (Sent s : sent) {
      now = Math.max(now, s.arrivesMs);
      if (s.message instanceof WatchlistEntry) {
        received.add(new Received(s.message, s.arrivesMs));
        continue;
      }
      boolean fallsBack = random.nextInt(10) == 0;
      long backMs = random.nextBoolean() ? margin.toMillis() : margin.toMillis() / 2;
      received.add(new Received(s.message, fallsBack ? now - backMs : s.arrivesMs));
    }
    return new Arrivals(received, Duration.ofSeconds(latenessS));
  }

  /** The highest time seen so far, and the lateness that it takes to accept all. */
  private static Arrivals fromFile(List<Sent> sent) {
    long now = sent.get(0).observedMs;
    long lateMs = 0;
    List<Received> received = new ArrayList<>();
    for (Sent s : sent) {
      if (s.message instanceof VesselSighting) {
        now = Math.max(now, s.observedMs);
        lateMs = Math.max(lateMs, now - s.observedMs);
      }
      received.add(new Received(s.message, now));
    }
    return new Arrivals(received, Duration.ofMillis(lateMs));
  }

  /** With claims in between, each up to half a day after it was made and some of them twice. */
  Arrivals with(List<SpecificRecord> claims, Random dice) {
    List<Received> all = new ArrayList<>(received);
    for (SpecificRecord claim : claims) {
      for (int times = 1 + dice.nextInt(8) / 7; times > 0; times--) {
        long arrivesMs = Rumours.madeAt(claim).toEpochMilli() + dice.nextInt(12 * 3_600_000);
        insert(all, claim, arrivesMs);
      }
    }
    return new Arrivals(all, lateness);
  }

  /**
   * With what was seen that names no vessel: within half a day as a rule, seldom after more than
   * three days, and some of it twice.
   */
  Arrivals seeing(List<VesselSighting> seen, Random dice) {
    List<Received> all = new ArrayList<>(received);
    for (VesselSighting s : seen) {
      for (int times = 1 + dice.nextInt(6) / 5; times > 0; times--) {
        int hours = dice.nextInt(4) == 0 ? 90 : 12;
        insert(all, s, s.getObservedAt().toEpochMilli() + dice.nextInt(hours * 3_600_000));
      }
    }
    return new Arrivals(all, lateness);
  }

  private static void insert(List<Received> all, SpecificRecord message, long arrivesMs) {
    int at = 0;
    while (at < all.size() && all.get(at).receivedMs() <= arrivesMs) {
      at++;
    }
    all.add(at, new Received(message, arrivesMs));
  }

  private static Sent sent(VesselSighting s, int lateS) {
    long observedMs = s.getObservedAt().toEpochMilli();
    return new Sent(s, observedMs, observedMs + lateS * 1000L);
  }

  /** Not seldom as late as is allowed. */
  private static int late(int latenessS, Random random) {
    return random.nextInt(8) == 0 ? latenessS : random.nextInt(latenessS + 1);
  }

  private static VesselSighting misdated(VesselSighting s) {
    return VesselSighting.newBuilder(s)
        .setObservedAt(Instant.parse("2217-01-01T00:00:00Z"))
        .build();
  }

  /** From another receiver. */
  private static VesselSighting again(VesselSighting s) {
    return VesselSighting.newBuilder(s)
        .setSource(SourceRef.newBuilder().setReceiver("another").build())
        .build();
  }
}
