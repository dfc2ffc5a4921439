package org.stswatch.voyage;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.PortCall;
import org.stswatch.event.state.Called;
import org.stswatch.event.state.Presence;
import org.stswatch.event.state.Stop;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.event.state.VoyageState;
import org.stswatch.geo.Cells;
import org.stswatch.geo.Waters;
import org.stswatch.stream.Result.Emit;
import org.stswatch.vessel.CaseKeys;

/** What an hour of a voyage tells, each under the key of whom it concerns. */
final class Telling {
  private final String vessel;
  private final Cells areas;
  private final List<Emit> emits = new ArrayList<>();

  Telling(String vessel, Cells areas) {
    this.vessel = vessel;
    this.areas = areas;
  }

  List<Emit> emits() {
    return emits;
  }

  /** A sign of life, whether fixes jumped, whether it lay in a port, and how it came there. */
  void presence(int hour, Fix last, boolean jumped, boolean inPort, Bends bends) {
    Presence presence =
        new Presence(
            vessel,
            hour,
            last.lat6(),
            last.lon6(),
            jumped,
            last.timeS(),
            bends.silentS(),
            inPort,
            bends.packed());
    for (long area : areas.around(last.lat(), last.lon())) {
      emits.add(new Emit(Cells.token(area), presence));
    }
  }

  /** A silence, to the area where it began. */
  void gap(VoyageState v, @Nullable Fix heard) {
    long area = areas.around(v.getLat6() / 1e6, v.getLon6() / 1e6)[0];
    emits.add(new Emit(Cells.token(area), Silence.gap(v, heard, vessel)));
  }

  /**
   * Another fact, if there is one. A call goes to every case, and by itself to two that judge it.
   */
  void fact(@Nullable SpecificRecord fact) {
    if (fact instanceof Stop s) {
      emits.add(new Emit(Waters.of(s.getLat(), s.getLon()), s));
    } else if (fact instanceof TwinLocation t) {
      emits.add(new Emit(Cells.token(areas.around(t.getLat1(), t.getLon1())[0]), t));
    } else if (fact != null) {
      emits.add(new Emit(vessel, fact));
    }
    if (fact instanceof PortCall call) {
      emits.add(new Emit(vessel, new Called(call)));
      emits.add(new Emit(CaseKeys.FAR_EAST_TRADE, new Called(call)));
    }
  }
}
