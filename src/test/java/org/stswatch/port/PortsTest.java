package org.stswatch.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stswatch.geo.Geodesy;

class PortsTest {
  private static final Ports PACK = Ports.bundled();

  @Test
  void thePackHoldsTheWholeIndexAndWhatTheTheatreLacks() {
    assertThat(PACK.all()).hasSizeGreaterThan(3768);
    assertThat(PACK.all()).extracting(Port::name).contains("Sinpo", "Kozmino", "Plastun", "Olga");
  }

  @Test
  void vladivostokIsNearestToItsRoadstead() {
    NearestPort nearest = PACK.nearest(43.1, 131.9);
    assertThat(nearest.port().name()).isEqualTo("Vladivostok");
    assertThat(nearest.port().unlocode()).isEqualTo("RUVVO");
    assertThat(nearest.port().country()).isEqualTo("RU");
    assertThat(nearest.distanceM()).isLessThan(2_000);
  }

  @Test
  void rajinHasTheCoalExemptionAndNampoShipsOilAndCoal() {
    assertThat(PACK.nearest(42.2333, 130.3).port().roles()).contains("exemption", "ferry");
    assertThat(PACK.nearest(38.7167, 125.4).port().roles())
        .containsExactlyInAnyOrder("oil", "coal");
  }

  @Property(tries = 1000)
  void theNearestPortIsThatOfASearchThroughAllOfThem(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lon) {
    assertThat(PACK.nearest(lat, lon).distanceM()).isEqualTo(leastDistanceM(PACK, lat, lon));
  }

  @Property(tries = 1000)
  void itHoldsAcrossTheAntimeridianAndAtThePoles(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -3, max = 3) double east) {
    Ports few = new Ports(List.of(at("w", 65, 179.9), at("e", -17, -179.9), at("n", 89.9, 10)));
    double lon = east > 0 ? -180 + east : 180 + east;
    assertThat(few.nearest(lat, lon).distanceM()).isEqualTo(leastDistanceM(few, lat, lon));
  }

  @Test
  void ofTwoPortsOnOneSpotTheFirstNameWins() {
    Ports twins = new Ports(List.of(at("b", 10, 20), at("a", 10, 20)));
    assertThat(twins.nearest(10.1, 20.1).port().name()).isEqualTo("a");
  }

  @Test
  void aFileOfPortsMayHaveItsColumnsInAnyOrder(@TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(dir.resolve("p.csv"), "lon,role,lat,name\n132.9,oil|coal,42.74,N\n");
    assertThat(Ports.read(file).all())
        .containsExactly(new Port("N", null, null, 42.74, 132.9, false, Set.of("oil", "coal")));
  }

  @Test
  void aByteOrderMarkBeforeTheHeaderIsNoPartOfIt(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("p.csv"), "\uFEFFname,lat,lon\nN,1,2\n");
    assertThat(Ports.read(file).all()).extracting(Port::name).containsExactly("N");
  }

  @Test
  void aBadFileIsRefusedWithItsLineAndTheReason(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("p.csv");
    assertRefused(file, "name,lat,lon\nA,1,2\nB,95,2\n", ":3: lat 95 is not between -90 and 90");
    assertRefused(file, "name,lat,lon\nA,north,2\n", ":2: lat 'north' is no number");
    assertRefused(file, "name,lat,lon\n,1,2\n", ":2: name is empty");
    assertRefused(file, "name,latitude,lon\nA,1,2\n", ":2: no column lat");
    assertRefused(file, "name,lat,lon\n", "no ports in it");
  }

  private static void assertRefused(Path file, String text, String reason) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(() -> Ports.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(reason);
  }

  private static int leastDistanceM(Ports ports, double lat, double lon) {
    return ports.all().stream()
        .mapToInt(p -> (int) Math.round(Geodesy.distanceM(lat, lon, p.lat(), p.lon())))
        .min()
        .orElseThrow();
  }

  private static Port at(String name, double lat, double lon) {
    return new Port(name, null, null, lat, lon, false, Set.of());
  }
}
