package org.stswatch.scenario;

import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Point;
import java.util.Random;

/** Where a meeting is hard to find: on borders of all kinds, and near a port. */
final class Waters {
  private static final int CELL_LEVEL = 11;

  private Waters() {}

  static S2LatLng draw(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> S2LatLng.fromDegrees(52, 180);
      case 1 -> S2LatLng.fromDegrees(38.69, 125.33); // Nampo's roads
      case 2 -> S2LatLng.fromDegrees(random.nextBoolean() ? 78 : 89.99, 10);
      case 3 -> S2LatLng.fromDegrees(40, 134.5);
      case 4 -> new S2LatLng(corner(0));
      case 5 -> new S2LatLng(corner(0).add(corner(1)).normalize());
      default -> new S2LatLng(corner(1).add(corner(2)).normalize());
    };
  }

  /** A corner of the cell in the middle of the Japan Sea; the middle of two is on its border. */
  private static S2Point corner(int number) {
    S2CellId cell = S2CellId.fromLatLng(S2LatLng.fromDegrees(40, 134.5)).parent(CELL_LEVEL);
    return new S2Cell(cell).getVertex(number);
  }
}
