package org.stswatch.ops;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.stswatch.dark.DarkStep;
import org.stswatch.encounter.MeetingStep;
import org.stswatch.encounter.ProximityStep;
import org.stswatch.event.Gap;
import org.stswatch.event.VesselSighting;
import org.stswatch.event.state.Contact;
import org.stswatch.event.state.Passage;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.Sample;
import org.stswatch.event.state.Silence;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.gap.Lookout;
import org.stswatch.gap.ReceptionStep;
import org.stswatch.geo.Cells;
import org.stswatch.stream.Judge;
import org.stswatch.stream.Result.Emit;
import org.stswatch.topology.ReferencePack;
import org.stswatch.topology.Settings;
import org.stswatch.track.TrackStep;
import org.stswatch.vessel.PairKey;
import org.stswatch.vessel.Stations;
import org.stswatch.voyage.VoyageStep;

/**
 * The stages 2 to 7 of the topology in this process and without Kafka. Whatever they tell is
 * computed by the code that computed the run.
 */
final class Stages {
  private final Lookout lookout = new Lookout();
  private final Consumer<Emit> told;
  private final Predicate<Contact> which;
  private final StepRunner<?> dark;
  private final StepRunner<?> reception;
  private final StepRunner<?> voyages;
  private final StepRunner<?> meetings;
  private final StepRunner<?> proximity;
  private final StepRunner<?> track;

  /**
   * The stages of a run.
   *
   * @param which contacts become meetings: nobody asks for those of others
   * @param told takes all that they tell each other, in its judged form: of a silence, or of two
   *     places at once, what the neighbours make of it
   */
  Stages(Settings settings, ReferencePack pack, Predicate<Contact> which, Consumer<Emit> told) {
    this.which = which;
    this.told = told;
    int radiusM = settings.encounter().searchRadiusM();
    Cells cells = ProximityStep.cells(radiusM);
    var gap = settings.track().maxInterpolationGap();
    var harbours = pack.harbours();
    this.dark = new StepRunner<>(new DarkStep(), told);
    this.reception = new StepRunner<>(new ReceptionStep(gap), this::received, dark);
    this.voyages =
        new StepRunner<>(
            new VoyageStep(gap, harbours, ReceptionStep.areas()), this::sailed, reception);
    this.meetings =
        new StepRunner<>(new MeetingStep(settings.encounter(), pack.nearestPort()), told);
    this.proximity = new StepRunner<>(new ProximityStep(cells, radiusM), this::near, meetings);
    this.track =
        new StepRunner<>(new TrackStep(settings.track(), cells), this::walked, proximity, voyages);
  }

  /** An accepted sighting: of a ship it goes to her track, of nobody known to those near it. */
  void on(VesselSighting s, long receivedMs) {
    if (Judge.isClaim(s)) {
      lookout.tell(s, receivedMs).forEach(e -> pass(e, reception));
    } else {
      track.on(Stations.trackKey(s), s);
    }
  }

  /** What is due by this watermark; the greatest number is the end. */
  void wake(long watermarkMs) {
    track.wake(watermarkMs);
  }

  private void walked(Emit e) {
    if (e.value() instanceof Sample) {
      pass(e, proximity);
    } else if (e.value() instanceof Passage) {
      pass(e, voyages);
    } else {
      told.accept(e);
    }
  }

  private void near(Emit e) {
    told.accept(e);
    Contact c = (Contact) e.value();
    if (which.test(c)) {
      meetings.on(new PairKey(c.getA(), c.getB()).toString(), c);
    }
  }

  private void sailed(Emit e) {
    SpecificRecord value = e.value();
    if (value instanceof Gap || value instanceof TwinLocation) {
      reception.on(e.key(), value);
    } else if (value instanceof Presence) {
      pass(e, reception);
    } else if (value instanceof Stop) {
      pass(e, dark);
    } else {
      told.accept(e);
    }
  }

  private void received(Emit e) {
    if (e.value() instanceof Silence) {
      pass(e, dark);
    } else {
      told.accept(e);
    }
  }

  private void pass(Emit e, StepRunner<?> next) {
    told.accept(e);
    next.on(e.key(), e.value());
  }
}
