package org.stswatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stswatch.detect.Place;
import org.stswatch.event.state.TwinLocation;
import org.stswatch.port.Ports;
import org.stswatch.port.Shore;
import org.stswatch.port.Zones;

class LocalitiesTest {
  @Test
  void theZonesOfTwoPlacesAtOnceAreNotThoseOfWhatElseWasAtTheFirst() {
    Localities localities = new Localities(Ports.bundled(), Zones.bundled(), Shore.bundled());
    double lat = 20.0; // the open Pacific, in no zone; the other place is in the Japan Sea
    double lon = -150.0;
    TwinLocation twins =
        new TwinLocation(
            "273999901",
            true,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            lat,
            lon,
            41.12,
            132.12,
            6,
            7_000_000,
            9_000.0,
            0,
            List.of());

    Place both = localities.placeOf(twins);
    Place first = localities.place(lat, lon);

    assertThat(both.zones()).isNotEmpty();
    assertThat(first.zones()).isEmpty();
  }
}
