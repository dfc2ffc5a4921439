package org.stswatch.encounter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.state.CellState;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Sample;
import org.stswatch.geo.CellTime;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Result;
import org.stswatch.stream.Result.Emit;
import org.stswatch.stream.Side;
import org.stswatch.stream.StateLayout;
import org.stswatch.stream.Step;
import org.stswatch.vessel.PairKey;

/**
 * One cell in one hour: samples of ships at a grid time become contacts of pairs. Each sample is
 * written by its vessel alone; what goes out is the difference between the contacts before and
 * after. Times have nothing to do with each other, and are kept together only because a state for
 * each of them would be written and removed for a ship that passes by.
 */
public final class ProximityStep implements Step<CellState> {
  private static final Comparator<Sample> ORDER =
      Comparator.comparingInt(Sample::getTimeS)
          .thenComparing(Sample::getVessel)
          .thenComparingInt(Sample::getSegmentS);

  private final Cells cells;
  private final int radiusM;

  public ProximityStep(Cells cells, int radiusM) {
    this.cells = cells;
    this.radiusM = radiusM;
  }

  /** The cells for this search radius, metres. */
  public static Cells cells(int radiusM) {
    return new Cells(Neighbours.reachM(radiusM));
  }

  @Override
  public String name() {
    return "proximity";
  }

  @Override
  public StateLayout<CellState> layout() {
    return StateLayout.single(CellState.class);
  }

  @Override
  public Duration holdBack() {
    return Duration.ZERO;
  }

  @Override
  public long timeMs(SpecificRecord event) {
    return ((Sample) event).getTimeS() * 1000L;
  }

  @Override
  public Result<CellState> on(
      String key, @Nullable CellState state, SpecificRecord event, Side side, long watermarkMs) {
    Sample sample = (Sample) event;
    CellTime at = new CellTime(CellTime.cellOf(key), sample.getTimeS());
    List<Sample> was = state == null ? List.of() : state.getSamples();
    List<Sample> now = replace(was, sample);
    Neighbours before = new Neighbours(at, at(was, at.timeS()), cells, radiusM);
    Neighbours after = new Neighbours(at, at(now, at.timeS()), cells, radiusM);
    Set<String> touched = touched(sample.getVessel(), before, after);
    List<Emit> emits =
        touched.isEmpty()
            ? List.of()
            : difference(before.contacts(touched), after.contacts(touched));
    return now.isEmpty()
        ? new Result<>(null, emits, Result.NEVER)
        : new Result<>(new CellState(now), emits, at.lastMs());
  }

  /** Those of a time; they stand together. */
  private static List<Sample> at(List<Sample> samples, int timeS) {
    int from = 0;
    while (from < samples.size() && samples.get(from).getTimeS() < timeS) {
      from++;
    }
    int to = from;
    while (to < samples.size() && samples.get(to).getTimeS() == timeS) {
      to++;
    }
    return samples.subList(from, to);
  }

  /**
   * The vessel, if anybody was or is near it, and those of them around whom there are now more or
   * fewer.
   */
  private static Set<String> touched(String vessel, Neighbours before, Neighbours after) {
    Set<String> touched = before.around(vessel);
    touched.addAll(after.around(vessel));
    if (!touched.isEmpty()) {
      touched.removeIf(near -> before.crowds(near).equals(after.crowds(near)));
      touched.add(vessel);
    }
    return touched;
  }

  /** All samples of this hour have come in their final form. */
  @Override
  public Result<CellState> due(String key, CellState state, Side side, long watermarkMs) {
    return new Result<>(null);
  }

  /** By time, then vessel, then segment. */
  private static List<Sample> replace(List<Sample> samples, Sample by) {
    List<Sample> replaced = new ArrayList<>(samples.size() + 1);
    int at = 0;
    for (Sample s : samples) {
      int order = ORDER.compare(s, by);
      if (order != 0) {
        replaced.add(s);
      }
      at += order < 0 ? 1 : 0;
    }
    if (!by.getRemoved()) {
      replaced.add(at, by);
    }
    return replaced;
  }

  private static List<Emit> difference(Map<PairKey, Contact> before, Map<PairKey, Contact> after) {
    List<Emit> emits = new ArrayList<>();
    before.forEach(
        (pair, contact) -> {
          if (!after.containsKey(pair)) {
            emits.add(new Emit(pair.toString(), removed(contact)));
          }
        });
    after.forEach(
        (pair, contact) -> {
          if (!contact.equals(before.get(pair))) {
            emits.add(new Emit(pair.toString(), contact));
          }
        });
    return emits;
  }

  private static Contact removed(Contact c) {
    return new Contact(
        c.getA(),
        c.getB(),
        c.getCell(),
        c.getTimeS(),
        true,
        c.getDistanceM(),
        c.getSideA(),
        c.getSideB());
  }
}
