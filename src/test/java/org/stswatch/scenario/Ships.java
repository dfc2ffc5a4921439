package org.stswatch.scenario;

/**
 * The ships of the reports, each with one constructed MMSI throughout. Names and IMO numbers: press
 * copies, OFAC annexes and lists; lengths are constructed.
 */
final class Ships {
  // MID 445
  static final Hull SAM_JONG_2 = dprk(82, "SAM JONG 2", "7408873", 105);
  static final Hull RYE_SONG_GANG_1 = dprk(83, "RYE SONG GANG 1", "7389704", 98);
  static final Hull KUM_UN_SAN_3 = dprk(84, "KUM UN SAN 3", "8705539", 100);
  static final Hull YU_JONG_2 = dprk(85, "YU JONG 2", "8604917", 72);
  static final Hull CHON_MA_SAN = dprk(86, "CHON MA SAN", "8660313", 99);
  static final Hull MYONG_RYU_1 = dprk(87, "MYONG RYU 1", "8532413", 70);
  static final Hull AN_SAN_1 = dprk(88, "AN SAN 1", "7303803", 109);
  static final Hull PAEK_MA = dprk(89, "PAEK MA", "9066978", 86);
  static final Hull CHONG_RIM_2 = dprk(90, "CHONG RIM 2", "8916293", 66);

  /** Chong Rim 2 under her later name. */
  static final Hull SAEBYOL = dprk(90, "SAEBYOL", "8916293", 66);

  // Of other flags
  static final Hull LIGHTHOUSE_WINMORE =
      Hull.tanker("477999991", "LIGHTHOUSE WINMORE", 144).bound("TAIWAN");
  static final Hull YUK_TUNG = Hull.tanker("325999991", "YUK TUNG", 92).imo("9030591");
  static final Hull WAN_HENG_11 = Hull.tanker("312999991", "WAN HENG 11", 80);
  static final Hull KOTI = Hull.tanker("371999991", "KOTI", 104).imo("9417115");
  static final Hull XIN_YUAN_18 = Hull.tanker("455999991", "XIN YUAN 18", 90);
  static final Hull SHANG_YUAN_BAO =
      Hull.tanker("371999992", "SHANG YUAN BAO", 107).imo("8126070").bound("PHILIPPINES");
  static final Hull PATRIOT = Hull.tanker("273999992", "PATRIOT", 115).imo("9003550");
  static final Hull MERCURY = Hull.tanker("273999993", "MERCURY", 110);
  static final Hull SHUNDLLI = Hull.tanker("671999991", "SHUNDLLI", 105);

  // Whose flag was not read
  static final Hull MIN_NING_DE_YOU_078 =
      Hull.tanker("CONSTRUCTED-MIN-NING", "MIN NING DE YOU 078", 60);
  static final Hull COURAGEOUS =
      Hull.tanker("CONSTRUCTED-COURAGEOUS", "COURAGEOUS", 89).imo("8617524");
  static final Hull DIAMOND_8 = Hull.tanker("CONSTRUCTED-DIAMOND-8", "DIAMOND 8", 110);
  static final Hull EVER_GRANDEUR = Hull.tanker("CONSTRUCTED-EVER-GRANDEUR", "EVER GRANDEUR", 120);
  static final Hull SUPER_STAR = Hull.tanker("CONSTRUCTED-SUPER-STAR", "SUPER STAR", 160);

  private Ships() {}

  /** A ship that no source names. */
  static Hull unnamed(int number, double lengthM) {
    return Hull.tanker("CONSTRUCTED-SHIP-" + number, null, lengthM);
  }

  private static Hull dprk(int number, String name, String imo, double lengthM) {
    return Hull.tanker("4459999" + number, name, lengthM).imo(imo);
  }
}
