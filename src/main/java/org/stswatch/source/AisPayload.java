package org.stswatch.source;

import static java.util.Map.entry;

import java.util.HexFormat;
import java.util.Map;
import org.stswatch.event.RejectReason;

/**
 * The six-bit payload of one message, of the length that its type has.
 *
 * @param text six-bit characters
 * @param fillBits bits to drop at the end
 */
record AisPayload(String text, int fillBits) {
  /** Bits of the types that have one length (ITU-R M.1371-5, annex 8); 21 without extended name. */
  private static final Map<Integer, Integer> BITS =
      Map.ofEntries(
          entry(1, 168),
          entry(2, 168),
          entry(3, 168),
          entry(4, 168),
          entry(5, 424),
          entry(9, 168),
          entry(11, 168),
          entry(18, 168),
          entry(19, 312),
          entry(21, 272),
          entry(27, 96));

  /** Types that are sent short by what says nothing of use: the radio status, the last two bits. */
  private static final Map<Integer, Integer> LEAST_BITS = Map.of(1, 149, 2, 149, 3, 149, 5, 422);

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Padding to whole octets and characters that is not declared as such. */
  private static final int MAX_PADDING = 12;

  /** What fits in one slot: some transponders fill type 27 up to it. */
  private static final int SLOT_BITS = 168;

  /** Part A of type 24 ends with the name. */
  private static final int TYPE_24_BITS = 160;

  /** The message type: the first six bits. */
  static int type(String payload) {
    int value = payload.charAt(0) - '0';
    return value > 40 ? value - 8 : value;
  }

  /**
   * The payload cut or filled to the length of its type.
   *
   * @throws Refusal TRUNCATED when bits are missing: a decoder would read fields that were not sent
   */
  static AisPayload fitted(int type, String payload, int fillBits) throws Refusal {
    int bits = 6 * payload.length() - fillBits;
    int wanted = BITS.getOrDefault(type, TYPE_24_BITS);
    int least = LEAST_BITS.getOrDefault(type, wanted);
    if (bits < least) {
      throw new Refusal(
          RejectReason.TRUNCATED,
          "message of type " + type + " has " + bits + " of " + least + " bits");
    }
    if (type == 24) {
      return new AisPayload(payload, fillBits);
    }
    boolean padded = bits - wanted <= MAX_PADDING || (type == 27 && bits == SLOT_BITS);
    if (type != 21 && !padded) {
      throw new Refusal(
          RejectReason.UNKNOWN_FORMAT,
          "message of type " + type + " has " + bits + " bits, not " + wanted);
    }
    int characters = (wanted + 5) / 6;
    String text = payload.length() > characters ? payload.substring(0, characters) : payload;
    String filled = text + "0".repeat(characters - text.length());
    return new AisPayload(filled, 6 * characters - wanted);
  }

  /** A sentence of its own, however long, for a decoder that wants one. */
  String sentence() {
    String body = "AIVDM,1,1,,A," + text + "," + fillBits;
    return "!" + body + "*" + HEX.toHexDigits((byte) Nmea.checksum(body, 0, body.length()));
  }
}
